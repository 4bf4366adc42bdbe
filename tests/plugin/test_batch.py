"""Batches: QGIS runs one and the same algorithm for each row of its table, and a row that fails stops no other."""

import shutil

from finer.processing_provider.engine import worker
from finer.processing_provider.errors import FinerError
from qgis.core import QgsProcessingContext, QgsProcessingFeedback


def test_each_row_has_its_own_layer_and_result(create_algorithm, make_raster, tmp_path, monkeypatch):
    jobs = []

    def fake_run(job, is_cancelled):
        jobs.append(job)
        if job["input"].endswith("b.tif"):
            raise FinerError("{path} is not like the training data.", path=job["input"])
        shutil.copy(job["input"], job["output"])
        yield {"event": "done", "result": {"width": len(jobs)}}

    monkeypatch.setattr(worker, "run_job", fake_run)
    model = tmp_path / "m.srpk"
    model.write_bytes(b"a model")
    batch, outcomes = create_algorithm("classify_pixels"), []
    for name in ("a.tif", "b.tif", "c.tif"):
        values = {
            "INPUT": make_raster(name),
            "MODEL": str(model),
            "OUTPUT": str(tmp_path / f"sr {name}"),
            "SEED": len(outcomes),
        }
        feedback = QgsProcessingFeedback(False)
        results, fine = batch.run(values, QgsProcessingContext(), feedback)
        outcomes.append((fine, results.get("OUTPUT"), results.get("WIDTH")))
        assert fine or "b.tif is not like the training data." in feedback.textLog()
    assert outcomes == [
        (True, str(tmp_path / "sr a.tif"), 1),
        (False, None, None),
        (True, str(tmp_path / "sr c.tif"), 3),
    ]
    assert [(job["input"], job["seed"]) for job in jobs] == [
        (str(tmp_path / name), seed) for seed, name in enumerate(("a.tif", "b.tif", "c.tif"))
    ]

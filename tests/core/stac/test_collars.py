"""A value along the edge of a fetched scene that nothing declares."""

from contextlib import closing

from ..support.local_servers import StacApi, find, item, scene_pixels, write_scene


def test_a_collar_that_the_scene_does_not_declare_is_said(tmp_path, web_server):
    def pixels(name):
        values = scene_pixels(name)
        values[:, :60] = 65535  # the extent begins with column 40; 0 means no data in scenes anyway
        return values

    output = str(tmp_path / "out.tif")
    with closing(
        StacApi(tmp_path, [item("clear", write_scene(tmp_path, web_server, "edge", pixels=pixels))])
    ) as api:
        said = find(api.address, tmp_path, output=output)[1]
    assert "has the value 65535 in all bands from an edge inwards" in str(said)
    with closing(StacApi(tmp_path, [item("clear", write_scene(tmp_path, web_server, "whole"))])) as api:
        said = find(api.address, tmp_path, output=output)[1]
    assert "from an edge inwards" not in str(said)

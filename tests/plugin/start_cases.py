"""The window for new users; a case of `window_cases.py`."""

from pathlib import Path

from catalogue_cases import wait_for
from qgis.core import QgsProject, QgsRasterLayer, QgsSettings


def starts(folder, interface):
    import finer.processing_provider.dialogs.job_parameters_panel  # noqa: F401, with Processing's dialogs
    from finer.processing_provider import model_library
    from finer.processing_provider.engine import engine_setup, locate, user_settings
    from finer.processing_provider.engine.event_constructors import progress
    from finer.processing_provider.errors import Cancelled, FinerError
    from finer.processing_provider.windows.menu import Menu
    from qgis.PyQt import sip
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtWidgets import QApplication

    model_library.BUNDLED, shown, project = Path(folder) / "none", {}, QgsProject.instance()
    menu, opened, fate = Menu(interface), [], ["refused"]
    menu._run = lambda algorithm, values: opened.append([algorithm, Path(values.get("MODEL", "")).name])

    def set_up(profile, python, wheels, is_cancelled, parts, cluster):
        yield progress(0.4, "Installing")
        if fate[0] == "refused":
            raise FinerError("The disk is full.")
        while fate[0] == "waits":
            if is_cancelled():
                raise Cancelled
        python = locate.interpreter_path(user_settings.engine_folder())
        python.parent.mkdir(parents=True)
        python.write_text("")
        python.chmod(0o755)
        (user_settings.engine_folder() / "finer.json").write_text('{"parts": "light", "requirements": "old"}')
        facts = {"engine": str(python), "device": "cpu", "parts": "light"}
        yield {"event": "done", "result": facts}

    engine_setup.set_up = set_up
    menu.greet()
    shown["without_window"] = [menu._start, user_settings.is_on(user_settings.GREETED_SETTING)]
    interface.window.show()
    menu.greet()
    window = menu._start
    shown["greeted"] = window.isVisible()
    window.close()
    menu.greet()
    shown["again"] = window.isVisible()
    menu.get_started()

    def state():
        steps = (window.engine_step, window.layer_step, window.result_step)
        return [step.is_done for step in steps], [
            button.text()
            for step in steps
            for button in step.findChildren(type(window.use))
            if usable(button)
        ]

    def usable(button):
        return button.isEnabled() and not button.isHidden()

    def wait_for_end():
        wait_for(lambda: window._run is None)

    shown["nothing"] = state()
    window.open_raster.click()
    window.find_scene.click()
    shown["to_open"] = [interface.opened, opened.pop()[0]]

    window.set_up.click()
    wait_for_end()
    shown["problem"] = [window.engine_step.is_done, "The disk is full." in window.engine_step.text.text()]
    fate[0] = "waits"
    window.set_up.click()
    wait_for(lambda: window.bar.value() == 40)
    shown["at_work"] = state()[1]
    window.stop.click()
    wait_for_end()
    shown["stopped"] = [window._problem, locate.describe_problem() != ""]

    layers = {name: QgsRasterLayer(f"{folder}/{name}.tif", name) for name in ("dem", "a")}
    project.addMapLayer(layers["dem"])
    shown["no_model"] = [state()[0], window.card.isHidden(), "fits dem" in window.hint.text()]
    project.addMapLayer(layers["a"])
    window.layers.setLayer(layers["a"])
    shown["model"] = [state(), "good" in window.card._text.text(), window.hint.isHidden()]

    window.set_up.click()
    window.close()
    fate[0] = "works"
    wait_for_end()
    items = interface.bar.items()
    shown["told"] = [item.text() for item in items]
    menu.get_started()
    shown["outdated"] = [menu._start is window, state()]
    python = user_settings.engine_folder() / "finer.json"
    python.unlink()
    QgsSettings().setValue(
        user_settings.PYTHON_SETTING, str(locate.interpreter_path(user_settings.engine_folder()))
    )
    window.refresh()
    shown["ready"] = state()
    window.use.click()
    shown["run"] = opened.pop()

    project.addMapLayer(QgsRasterLayer(f"{folder}/a.tif", "a SR ×2"))
    shown["done"] = [state()[0], usable(window.compare)]
    menu.remove()
    shown["closed"] = not window.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown["deleted"] = sip.isdeleted(window)
    return shown

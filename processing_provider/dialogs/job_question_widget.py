"""The questions of a job at the top of its dialog, whose answers say which fields are shown and which must be set."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from ..translation import tr


class JobQuestions(QWidget):
    """The questions of a job's schema as labels, each with its answers in a list.

    Signals:
        answered: other answers hold than before.
        presets_wanted: a user has chosen an answer, which proposes values of fields by their names.
    """

    answered = pyqtSignal()
    presets_wanted = pyqtSignal(dict)

    def __init__(self, questions, parent=None):
        super().__init__(parent)
        self._questions = questions
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.labels, self.lists = [], []
        for number, question in enumerate(questions):
            label, answers = QLabel(tr(question["title"]), self), QComboBox(self)
            answers.setObjectName(f"finer_question_{number}")
            answers.addItems([tr(answer["title"]) for answer in question["answers"]])
            answers.currentIndexChanged.connect(lambda *_: self._follow())
            answers.activated.connect(lambda *_, number=number: self._propose(number))
            label.setBuddy(answers)
            for each in (label, answers):
                layout.addWidget(each)
            self.labels.append(label)
            self.lists.append(answers)
        self._follow()

    def hidden(self):
        """Return the fields that the answers make meaningless."""
        return set().union(*(self._hidden_by(number) for number in range(len(self._questions))))

    def needed(self):
        """Return the fields that the answers require."""
        return {name for answer in self._answers() for name in answer["needs"]}

    def choose(self, is_set):
        """Choose the answers by the fields that are set.

        Args:
            is_set: returns whether a field, named by its argument, is set.
        """
        for question, answers in zip(self._questions, self.lists):
            marks = [answer["needs"][0] if answer["needs"] else None for answer in question["answers"]]
            telling = [index for index, mark in enumerate(marks) if mark and is_set(mark)]
            answers.setCurrentIndex(telling[-1] if telling else 0)

    def answer_with(self, field):
        """Choose the answer that a field tells of."""
        for question, answers in zip(self._questions, self.lists):
            for index, answer in enumerate(question["answers"]):
                if answer["needs"][:1] == [field]:
                    answers.setCurrentIndex(index)

    def marks(self):
        """Return the fields that tell which answer was given."""
        return {
            name for each in self._questions for answer in each["answers"] for name in answer["needs"][:1]
        }

    def ever_needed(self):
        """Return the fields that some answer requires."""
        return {name for each in self._questions for answer in each["answers"] for name in answer["needs"]}

    def _answers(self):
        return [each["answers"][box.currentIndex()] for each, box in zip(self._questions, self.lists)]

    def _hidden_by(self, number):
        shown = self._answers()[number]["shows"]
        return {name for answer in self._questions[number]["answers"] for name in answer["shows"]} - set(
            shown
        )

    def _follow(self):
        """Offer the answers whose fields the other questions leave, and none that is alone."""
        for number, answers in enumerate(self.lists):
            others = (self._hidden_by(other) for other in range(len(self.lists)) if other != number)
            gone = set().union(*others)
            possible = [not gone & set(answer["needs"]) for answer in self._questions[number]["answers"]]
            for index, is_possible in enumerate(possible):
                answers.model().item(index).setEnabled(is_possible)
            for each in (self.labels[number], answers):
                each.setVisible(sum(possible) > 1)
            if not possible[answers.currentIndex()]:
                answers.setCurrentIndex(possible.index(True))  # and here again
                return
        self.answered.emit()

    def _propose(self, number):
        self.presets_wanted.emit(dict(self._answers()[number]["presets"]))

"""What does one sentence state?"""

import re
from bisect import bisect_right
from decimal import Decimal

from ycindic.domain.model import Commitment
from ycindic.domain.relation import Relation
from ycindic.scan.cues import Cue, Cued, ahead, at, cues
from ycindic.scan.deadline import ahead_of, behind
from ycindic.scan.figures import Figure
from ycindic.scan.finding import Class, Confidence, Finding
from ycindic.scan.grouping import Cluster, figures_of_date, grouped_figures
from ycindic.scan.implied import Implied, implied
from ycindic.scan.indicator import phrase, trimmed
from ycindic.scan.layout import Paragraph
from ycindic.scan.names import name_rule
from ycindic.scan.outline import FRONT_PART, NOTES_PART, ReportPart
from ycindic.scan.ranks import is_rank
from ycindic.scan.relation import BOUNDED, commitment, modifiers, relation
from ycindic.scan.seen import FARTHEST, Seen, Sentence
from ycindic.scan.stance import Stance, doubtful, stance
from ycindic.scan.subject import work
from ycindic.scan.text import Lines
from ycindic.scan.words import PEOPLE
from ycindic.scan.years import run

_NAME, _TARGET = Class.NAME, Class.TARGET
"""Every figure asks for them, and a member asked of its class takes ten times as long as a name."""
QUOTED = re.compile(
    r"[“「『《‘\"'](?:(?<![\"'])[^“「『《‘”」』》’]{0,40}[”」』》’]|(?<=\")[^\"]{1,24}\"|(?<=')[^']{1,24}')"
)
_ZERO = re.compile(r"(?:零|0)(?:火灾|事故|增长|新增|发生|死亡|伤亡|上访|感染|强拆|投诉|积压|疫情|违规|案件|返贫|失误)")
_HEADLINE = re.compile(r"目标(?:任务)?(?:建议)?(?:是|为|:)|(?:预期|主要|总体|发展)目标")
_RANKED = re.compile(r"(?:全[国省市县区球]|世界)?位次$")
_MONEY = re.compile(r"资金|投资|收入|贷款|利润|产值|税")
_NEXT = re.compile(r"[、和与及](?=[0-9百千一二三四五六七八九十])")
_TITLE = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）][^,;]+[。:]$|[一二三四五六七八九十]{1,3}[、是][^,;]+[。:]$")
_LONGEST_TITLE = 36
_SCALES = ("万", "亿", "千万", "百万", "")
_ENDS = ",:;。!"


def _headline(head: str) -> bool:
    """Whether a sentence begins like the one that lists the year's targets."""
    return "力争实现" in head or ("目标" in head and _HEADLINE.search(head) is not None)


def _place(finding: Finding) -> int:
    return finding.start


class Statements:
    """The statements of one sentence, read in a part of the report of a year."""

    def __init__(
        self, paragraph: Paragraph, sentence: Sentence, part: ReportPart, current: int | None, lines: Lines
    ) -> None:
        self.paragraph, self.sentence, self.part, self.current = paragraph, sentence, part, current
        self.lines = lines
        self.text, self.place = paragraph.text, part.place
        self.quotes: list[tuple[int, int]] = []
        self._cues: list[Cue] | None = None
        self.carried: list[Cue] = []
        """The years that a part of the sentence before a semicolon named."""
        self.before: list[str] = []
        """The phrases of the sentence so far."""
        self.spoken: int | None = None
        """Where the first word stands that may promise without a figure."""
        self.weak = self.worded = False
        self._floor = sentence.start

    def all(self, own: list[Figure]) -> list[Finding]:
        """The findings of the sentence, in the order of the text."""
        silent = self._silent_ones()
        found: list[Finding] = []
        index = 0
        while index < len(own):
            one = grouped_figures(self.text, own, index, self.sentence.start)
            finding, used = self._one(one, own, index, silent)
            index += used
            if finding is not None and finding.class_ is not _NAME:
                finding, silent = self._with_date(finding, one, silent)
                self._floor = one.last.end
            found += [finding] if finding is not None else []
        found += [self._silent(one) for one in silent]
        return sorted(found, key=_place) if silent else found

    def _with_date(self, finding: Finding, one: Cluster, silent: list[Implied]) -> tuple[Finding, list[Implied]]:
        """The finding with its deadline; what else its part of the sentence says is said by the figure."""
        low, high = self._seen(one.whole).clause
        high, after = behind(self.text, high, self.sentence.end, finding.period)
        told = next((by.by for by in silent if by.by and low <= by.start < high), "")
        by = after or told or ahead_of(self.text[low : one.first.start])
        finding = finding._replace(by=f"{finding.period[:4]}-{by}") if by and finding.period else finding
        return finding, [
            other for other in silent if other.end <= low or other.start >= high or self._listed(other, one)
        ]

    def _listed(self, silent: Implied, one: Cluster) -> bool:
        """Whether a promise without a figure is another one of a list: 浓度下降3%、劣五类断面全部消除."""
        if silent.rule == "by-date":
            return False
        between = self.text[one.last.end : silent.start] or self.text[silent.end : one.first.start]
        return "、" in between

    def _one(self, found: Cluster, own: list[Figure], index: int, silent: list[Implied]) -> tuple[Finding | None, int]:
        """The finding of a group, or nothing where it stands in a promise without a figure; and how many it took."""
        seen = self._seen(found.whole)
        rank = not seen.quoted and is_rank(seen)
        rule = None if rank or found.shares else name_rule(seen)
        if rule and rule.id == "few" and found.range:
            rule = None
        zero = found.last.value == 0 and self.part.kind is not NOTES_PART and _ZERO.match(self.text, found.first.start)
        if silent and (rule or zero) and any(one.start <= found.first.start < one.end for one in silent):
            return None, found.used
        if zero:
            return self._zero(seen), found.used
        if rule is None and self.part.kind is not NOTES_PART and not self.paragraph.heading:
            later = own[index + found.used].unit if index + found.used < len(own) else ""
            return self._statement(found, seen, later, rank=rank), found.used
        used = figures_of_date(self.text, own, index) if rule and rule.id.startswith("date") else found.used
        last = own[index + max(used, found.used) - 1]
        id_ = rule.id if rule else "notes" if self.part.kind is NOTES_PART else "heading"
        return self._name(found.first, last, id_, rule.sure if rule else Confidence.HIGH), max(used, found.used)

    def named_years(self) -> list[Cue]:
        """The years to come that hold behind a semicolon, too."""
        return ahead(self._cues) if self._cues is not None else self.carried

    def _seen(self, figure: Figure) -> Seen:
        return Seen(self.text, figure, self.sentence, self._quoted(figure.start), worded=self.worded)

    def _quoted(self, start: int) -> str:
        place = bisect_right(self.quotes, (start, len(self.text))) - 1 if self.quotes else -1
        if place >= 0 and start < self.quotes[place][1]:
            return self.text[slice(*self.quotes[place])]
        return ""

    def _when(self, place: int, clause: tuple[int, int]) -> Cued:
        if self._cues is None:
            self._cues = [*self.carried, *cues(self.sentence, self.current)]
        return at(self._cues, place, clause)

    def _stance(self, when: Cued, after: str = "") -> Stance:
        return stance(self.part, when, self.current, bounded=after.startswith(BOUNDED))

    def _statement(self, found: Cluster, seen: Seen, later: str, *, rank: bool) -> Finding:
        what = phrase(seen, self.before, self._floor, rank=rank)
        when = self._when(found.first.start, seen.clause)
        class_, sure, rule = self._stance(when, seen.after)
        said, stated = relation(seen, class_, what)
        if found.range:
            said, stated = Relation.BETWEEN, True
        unit = self._unit(found, seen, what, later)
        if rank:
            first = seen.before.endswith("前") or class_ is _TARGET
            said, unit = (Relation.AT_MOST if first else None), unit if unit in ("名", "位") else "位"
        elif found.shares:
            said = Relation.ABOUT if len(found.shares) > 1 else said
            sure = doubtful(sure, Confidence.MEDIUM if len(found.shares) > 1 else Confidence.LOW)
        elif unit in _SCALES:
            sure = doubtful(sure, Confidence.LOW)
        elif unit != found.last.unit:
            sure = doubtful(sure, Confidence.MEDIUM)
        lead = f"{seen.lead}翻" if seen.figure.script == "n" and not seen.lead.endswith("翻") else seen.lead
        years = run(when, self.part, self.current, lead, unit)
        if not rank or not self.before:
            self.before.append(_RANKED.sub("", what) if rank else what)
        return Finding(
            *self._spot(found.first.start, found.last.end),
            class_,
            sure,
            rule,
            self.text[found.first.start : found.last.end],
            value=found.value,
            unit=unit,
            relation=said if class_ is _TARGET or stated or rank else None,
            modifiers=(
                *modifiers(seen),
                *(("rank",) if rank else ()),
                *(() if stated or rank else ("bare",)),
                *(() if years.sure else ("years",)),
            ),
            indicator=what,
            period=years.years,
            section=self.place,
            commitment=self._commitment(found.first.start, seen.clause, class_),
            origin=found.first.value if found.change else None,
            clause=self.text[slice(*seen.clause)],
        )

    def _unit(self, found: Cluster, seen: Seen, what: str, later: str) -> str:
        """The unit as printed, or the one that the text leaves to a later word or figure."""
        unit = found.last.unit
        if len(found.shares) == 1:
            return ":1"
        if unit in (*_SCALES, "个") and later and "分别" in seen.lead and _NEXT.match(seen.rest):
            return later
        if unit not in _SCALES or not (unit or found.last.more):
            return unit
        around = what + seen.rest[:20] + seen.lead[-16:]
        if any(word in around for word in PEOPLE):
            return f"{unit}人"
        return f"{unit}元" if _MONEY.search(around) else unit

    def _commitment(self, place: int, clause: tuple[int, int], class_: Class) -> Commitment:
        if class_ is not _TARGET:
            return Commitment.PLAIN
        return commitment(self.text[max(self.sentence.start, place - FARTHEST) : place], self.text[slice(*clause)])

    def _zero(self, seen: Seen) -> Finding:
        """零火灾, 零增长."""
        start = seen.figure.start
        when = self._when(start, seen.clause)
        class_, _, _ = self._stance(when)
        found = _ZERO.match(self.text, start)
        end = found.end() if found else seen.figure.end
        growth = self.text.startswith("增长", seen.figure.bare)
        return Finding(
            *self._spot(start, end),
            class_,
            Confidence.MEDIUM,
            "zero",
            self.text[start:end],
            value=Decimal(0),
            unit="%" if growth else "起",
            relation=Relation.AT_MOST if growth else Relation.NONE,
            indicator=trimmed(seen.lead.rstrip('“"')) + self.text[seen.figure.bare : end],
            period=run(when, self.part, self.current).years,
            section=self.place,
            clause=self.text[slice(*seen.clause)],
        )

    def _silent_ones(self) -> list[Implied]:
        if self.spoken is None or self.paragraph.heading or self.part.kind is NOTES_PART or self._titles():
            return []
        headline = self.place.endswith("(总)") or self.part.kind is FRONT_PART or _headline(self.sentence.text[:60])
        return list(implied(self.text, self.sentence, self.spoken, headline=headline, weak=self.weak))

    def _titles(self) -> bool:
        """Whether the sentence is the title of the paragraph that it begins: (三)兜牢民生底线."""
        text = self.sentence.text
        return self.sentence.start == 0 and len(text) <= _LONGEST_TITLE and _TITLE.match(text) is not None

    def _silent(self, one: Implied) -> Finding:
        low = max(self.sentence.start, *(self.text.rfind(end, self.sentence.start, one.start) + 1 for end in _ENDS))
        high = min(self.text.find(end, one.end, self.sentence.end) % (len(self.text) + 1) for end in _ENDS)
        high = min(high, self.sentence.end)
        when = self._when(one.start, (low, high))
        class_, sure, _ = self._stance(when)
        years = run(when, self.part, self.current).years
        return Finding(
            *self._spot(one.start, one.end),
            class_,
            doubtful(sure, one.sure),
            one.rule,
            self.text[one.start : one.end],
            value=None if one.value is None else Decimal(one.value),
            unit=one.unit,
            relation=one.relation,
            reference=one.reference,
            indicator=trimmed(self.text[low : one.start]) or self._clause_before(one, low) or self.text[low:high],
            period=years,
            commitment=self._commitment(one.start, (low, high), class_),
            by=f"{years[:4]}-{one.by}" if one.by and years else "",
            section=self.place,
            clause=self.text[low:high],
        )

    def _clause_before(self, one: Implied, low: int) -> str:
        """The project of a deadline that stands in a clause of its own: 推进…工程，确保年底前建成."""
        if one.rule != "by-date" or self.text[low - 1 : low] != ",":
            return ""
        begin = max(self.sentence.start, *(self.text.rfind(end, self.sentence.start, low - 1) + 1 for end in _ENDS))
        return work(trimmed(self.text[max(begin, low - FARTHEST) : low - 1]))

    def _name(self, first: Figure, last: Figure, rule: str, sure: Confidence) -> Finding:
        low = max(first.start - 12, self.sentence.start)
        high = min(last.end + 12, self.sentence.end)
        return Finding(
            *self._spot(first.start, last.end),
            _NAME,
            sure,
            rule,
            self.text[first.start : last.end],
            value=first.value if first is last else None,
            unit=first.unit,
            section=self.place,
            clause=self.text[low:high],
        )

    def _spot(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Where some characters of the paragraph stand in the report: begin, end, line and column."""
        begin, stop = self.paragraph.stretch.span(start, end)
        return begin, stop, *self.lines.at(begin)

"""Which part of a report is the plan, and of which years? By headings as all levels write them; all invented."""

from __future__ import annotations

import pytest

from ycindic.scan.finding import Class
from ycindic.scan.read import scan

REPORTS = """
过去五年政府工作回顾 → result
今后五年发展思路和奋斗目标 → 2012-2016
2012年主要工作 → 2012

一、2010年和“十一五”时期工作回顾 → result
二、“十二五”时期的奋斗目标和主要任务 → 2011-2015
三、2011年的工作重点 → 2011

一、政府工作回顾 → result
二、今后五年政府工作总体要求和目标任务 → 2007-2011
三、2007年工作建议 → 2007

（2018年1月8日在市人民代表大会上）
一、2017年暨过去五年工作回顾 → result
二、今后五年的总体要求和目标任务 → 2018-2022
三、2018年重点工作任务 → 2018
四、全面加强政府自身建设 → 2018

（2002年2月1日）
一、2001年工作回顾 → result
二、2002年经济和社会发展的总体要求、主要任务和措施 → 2002

县人民政府工作报告
（2020年4月10日）
一、2019年工作总结 → result
二、2020年工作计划 → 2020

一、2022年及过去五年工作 → result
二、今后五年工作思路 → 2023-2027
三、2023年工作打算 → 2023

——2015年1月20日在区人代会上
2014年政府工作回顾 → result
2015年主要目标任务 → 2015
加强政府自身建设 → 2015

（1998年2月10日）
一、五年来的主要成就 → result
二、今后五年的任务和1998年的工作 → 1998

一、去年工作回顾 → result
二、今年工作安排 → target

2025年政府工作报告
一、2024年工作完成情况 → result
二、2025年总体要求和发展目标 → 2025
三、2025年重点任务 → 2025

一、关于过去一年的工作 → result
二、关于2013年的工作 → 2013

（2008年1月5日）
各位代表：
2007年是不平凡的一年。 → result
五年来，全县综合实力明显增强。 → result
2008年政府工作的指导思想是：高举旗帜。预期目标是： → 2008
加强农业。 → 2008

（2010年3月1日）
各位代表：
一年来，我们做了以下工作： → result
今年，我们要重点做好以下工作： → 2010

第一章　2016年工作回顾 → result
第二章　2017年工作总体要求 → 2017
第三章 2017年重点工作 → 2017

一、过去五年工作和“十二五”成就 → result
二、“十三五”规划纲要主要内容 → 2016-2020
三、2016年重点任务 → 2016

2021年2月3日
第一部分 “十三五”发展成就和2020年工作 → result
第二部分 “十四五”发展总体考虑 → 2021-2025
第三部分 2021年重点工作 → 2021

（2011年1月12日）
一、“十一五”时期经济社会发展取得重大成就 → result
二、“十二五”时期经济社会发展的主要任务 → 2011-2015
"""


@pytest.mark.parametrize("report", REPORTS.strip().split("\n\n"))
def test_the_headings_tell_what_is_promised_and_for_which_years(report: str) -> None:
    lines = [line.partition(" → ") for line in report.splitlines()]
    text = "\n".join(f"{line}\n生产总值增长7%。" if want else line for line, _, want in lines)
    found = [one for one in scan(text) if one.class_ is not Class.NAME]
    told = ["result" if one.class_ is Class.RESULT else one.period or "target" for one in found]
    assert told == [want for *_, want in lines if want]

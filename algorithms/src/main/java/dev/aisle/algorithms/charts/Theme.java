package dev.aisle.algorithms.charts;

/** The style that charts expect of their page. Colours follow Okabe and Ito, and keep a contrast of 3 : 1 to light and dark ground. */
public final class Theme {
    /** Rules of a style sheet. */
    public static final String STYLE = """
            :root{color-scheme:light dark;--ground:#fff;--ink:#1c1d22;--soft:#5a5d68;--rule:#dcdde3;--card:#f6f6f9;--good:#0a7a4b;--bad:#b3261e;
            --c0:#0072b2;--c1:#c45500;--c2:#00805f;--c3:#a8468a;--c4:#8a6d00;--c5:#2f8fc9;--c6:#5b4fc4;--c7:#6b6f7a}
            @media(prefers-color-scheme:dark){:root{--ground:#15161a;--ink:#e9eaf0;--soft:#a6a9b6;--rule:#33353e;--card:#1d1f25;--good:#4fc98d;
            --bad:#ff8f85;--c0:#56b4e9;--c1:#ff9a4d;--c2:#2ec4a0;--c3:#e48ac3;--c4:#e0c04a;--c5:#8fd0ff;--c6:#a9a2ff;--c7:#b3b6c2}}
            .c0{--c:var(--c0)}.c1{--c:var(--c1)}.c2{--c:var(--c2)}.c3{--c:var(--c3)}.c4{--c:var(--c4)}.c5{--c:var(--c5)}.c6{--c:var(--c6)}.c7{--c:var(--c7)}
            .chart{display:block;width:100%;max-width:30rem;height:auto;font:12px system-ui,sans-serif}
            .chart text{fill:var(--ink)}.chart .t{fill:var(--soft)}.chart .h{font-weight:600}
            .chart .s{text-anchor:start}.chart text.m{text-anchor:middle}.chart .e{text-anchor:end}
            .chart .g{stroke:var(--rule);stroke-width:1}.chart .i{stroke:var(--c);stroke-width:3;stroke-linecap:round;opacity:.45}
            .chart .z{stroke:var(--ink);stroke-width:1.4}.chart .b{fill:var(--c);opacity:.16}.chart .d{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-dasharray:4 3}
            .chart .l{fill:none;stroke:var(--c);stroke-width:1.8}.chart .q{fill:var(--c)}path.m{fill:var(--c);stroke:var(--ground);stroke-width:1}
            .key{width:.85em;height:.85em;vertical-align:-.05em;margin-right:.35em}
            """;

    private Theme() {}
}

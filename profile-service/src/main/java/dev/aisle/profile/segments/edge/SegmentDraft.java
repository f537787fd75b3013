package dev.aisle.profile.segments.edge;

import dev.aisle.platform.console.Form;
import dev.aisle.profile.segments.domain.language.InvalidRuleException;
import dev.aisle.profile.segments.domain.language.RuleProblem;
import dev.aisle.profile.segments.domain.language.RuleRow;
import dev.aisle.profile.segments.domain.language.RuleRows;
import dev.aisle.profile.segments.domain.language.RuleSource;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.usecase.CheckRule;
import dev.aisle.profile.segments.usecase.CheckRule.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule in the making. It stands in the form twice, as rows and as text; what somebody changed since both said the same is what counts.
 *
 * @param rows null when the text says more than rows can, or can't be read
 * @param text in the text form
 * @param rule what it says; null when something is wrong
 * @param problems what is wrong
 * @param fromRows whether the rows were what counted, so that a line of the text is a row
 */
record SegmentDraft(
        @Nullable RuleRows rows, String text, @Nullable Rule rule, List<RuleProblem> problems, boolean fromRows) {
    private static final int MOST_ROWS = 20;
    private static final String REMOVE = "remove-";

    /** What a new segment begins with. */
    static SegmentDraft fresh() {
        return of(new RuleRows(false, List.of(RuleRow.NEW)));
    }

    /** Of a segment that there is. */
    static SegmentDraft of(Rule rule) {
        return RuleRows.of(rule)
                .map(SegmentDraft::of)
                .orElseGet(() -> new SegmentDraft(null, RuleRows.lines(rule), rule, List.of(), false));
    }

    private static SegmentDraft of(RuleRows rows) {
        return new SegmentDraft(rows, rows.text(), null, List.of(), true);
    }

    /**
     * Of what was sent.
     *
     * @param action {@code add} or {@code remove-3}, what is to happen with the rows
     */
    static SegmentDraft sent(Form form, String action, RowWords words) {
        String text = plain(form.value("text"));
        boolean changesRows = "add".equals(action) || action.startsWith(REMOVE);
        if (changesRows || (text.equals(plain(form.value("base"))) && count(form) > 0)) {
            return of(new RuleRows("any".equals(form.value("match")), changed(form, action, words)));
        }
        try {
            Optional<RuleRows> rows = RuleRows.of(RuleSource.ofText(text).rule());
            return new SegmentDraft(rows.orElse(null), text, null, List.of(), false);
        } catch (InvalidRuleException e) {
            return new SegmentDraft(null, text, null, e.problems(), false);
        }
    }

    /** The same, checked against what there is in the shop. */
    SegmentDraft checked(CheckRule checkRule, String segment) {
        try {
            return new SegmentDraft(rows, text, checkRule.check(new Written(null, text), segment), List.of(), fromRows);
        } catch (InvalidRuleException e) {
            return new SegmentDraft(rows, text, null, e.problems(), fromRows);
        }
    }

    /** What is wrong in a row; empty for nothing. */
    String wrongIn(int row) {
        return !fromRows
                ? ""
                : problems.stream()
                        .filter(problem -> problem.line() == row + 1)
                        .map(SegmentDraft::told)
                        .findFirst()
                        .orElse("");
    }

    /** What is wrong and how to mend it. */
    static String told(RuleProblem problem) {
        return problem.suggestion() == null ? problem.message() : problem.message() + " " + problem.suggestion();
    }

    private static List<RuleRow> changed(Form form, String action, RowWords words) {
        List<RuleRow> rows = new ArrayList<>();
        for (int i = 0; i < count(form); i++) {
            if (!action.equals(REMOVE + i)) {
                rows.add(words.fitting(row(form, i)));
            }
        }
        if (("add".equals(action) && rows.size() < MOST_ROWS) || rows.isEmpty()) {
            rows.add(RuleRow.NEW);
        }
        return rows;
    }

    private static RuleRow row(Form form, int i) {
        return new RuleRow(
                field(form, "how", i),
                field(form, "subject", i),
                RowWords.op(field(form, "op", i)),
                field(form, "operand", i),
                field(form, "days", i),
                field(form, "where", i),
                RowWords.op(field(form, "whereOp", i)),
                field(form, "whereOperand", i));
    }

    /** A row is one line of the text: what is typed into it has none. */
    private static String field(Form form, String name, int row) {
        return form.value(name + row).replaceAll("[\\r\\n]+", " ").strip();
    }

    private static int count(Form form) {
        String rows = form.value("rows");
        return rows.matches("\\d{1,2}") ? Math.min(MOST_ROWS, Integer.parseInt(rows)) : 0;
    }

    private static String plain(String text) {
        return text.replace("\r", "").strip();
    }
}

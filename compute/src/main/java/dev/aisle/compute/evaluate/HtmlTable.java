package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.charts.Html;
import dev.aisle.algorithms.evaluate.Outcome;
import java.util.List;
import java.util.Locale;

/** A table as it grows, row by row; the first cell of a row names it. */
final class HtmlTable {
    private final StringBuilder markup = new StringBuilder();

    /** @param caption what the numbers are */
    HtmlTable(String caption, List<String> columns) {
        markup.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Html.escaped(caption))
                .append("\"><table><caption>")
                .append(Html.escaped(caption))
                .append("</caption><thead><tr>");
        columns.forEach(column ->
                markup.append("<th scope=\"col\">").append(Html.escaped(column)).append("</th>"));
        markup.append("</tr></thead><tbody>\n");
    }

    /**
     * Begins a row.
     *
     * @param key markup that stands before the name
     */
    HtmlTable row(String key, String name) {
        markup.append("<tr><th scope=\"row\">")
                .append(key)
                .append(Html.escaped(name))
                .append("</th>");
        return this;
    }

    HtmlTable cell(String text) {
        markup.append("<td>").append(Html.escaped(text)).append("</td>");
        return this;
    }

    /** A cell of words, which may be wrapped. */
    HtmlTable words(String text) {
        markup.append("<td class=\"words\">").append(Html.escaped(text)).append("</td>");
        return this;
    }

    /** A cell with a style class and a text that shows when it is pointed at. */
    HtmlTable cell(String classes, String text, String small) {
        markup.append("<td class=\"").append(classes).append("\">").append(Html.escaped(text));
        markup.append("<small>").append(Html.escaped(small)).append("</small></td>");
        return this;
    }

    HtmlTable outcome(Outcome outcome, boolean best) {
        return switch (outcome) {
            case Outcome.Estimate e ->
                cell(best ? "best" : "", number(e.value()), number(e.low()) + " – " + number(e.high()));
            case Outcome.Undefined u -> cell("none", "–", u.reason());
        };
    }

    void end() {
        markup.append("</tr>\n");
    }

    String finished() {
        return markup + "</tbody></table></div>\n";
    }

    /** Four decimals, or as many digits as a large number needs. */
    static String number(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : Math.abs(value) >= 10 ? "%.2f" : "%.4f", value);
    }
}

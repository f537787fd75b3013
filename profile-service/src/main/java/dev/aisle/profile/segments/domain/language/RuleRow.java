package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.Comparison;
import dev.aisle.profile.segments.domain.rule.Condition;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Literal;
import dev.aisle.profile.segments.domain.rule.Property;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.AgeTest;
import dev.aisle.profile.segments.domain.rule.Rule.Did;
import dev.aisle.profile.segments.domain.rule.Rule.End;
import dev.aisle.profile.segments.domain.rule.Rule.InSegment;
import dev.aisle.profile.segments.domain.rule.Rule.MeasureTest;
import dev.aisle.profile.segments.domain.rule.Rule.Not;
import dev.aisle.profile.segments.domain.rule.Rule.ValueTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One condition of a rule as a row of a form: every field is a text, empty when it isn't said.
 *
 * @param how {@code did}, {@code did_not}, {@code count}, {@code products}, {@code revenue}, {@code since_last}, {@code value}, {@code in} or
 *     {@code not_in}
 * @param subject the type of event, the name of the value, or the id of the segment
 * @param op how a number or a value compares
 * @param operand with what
 * @param days only events of so many last days
 * @param where the property of the event that is compared
 * @param whereOp how
 * @param whereOperand with what
 */
public record RuleRow(
        String how,
        String subject,
        String op,
        String operand,
        String days,
        String where,
        String whereOp,
        String whereOperand) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String ANY = "any";
    private static final String DID = "did";
    private static final String VALUE = "value";

    /** What a new row says. */
    public static final RuleRow NEW = new RuleRow(DID, "purchase", "", "", "30", "", "", "");

    /** Whether it is about events. */
    public boolean ofEvents() {
        return !ofValue() && !ofSegment();
    }

    public boolean ofValue() {
        return VALUE.equals(how);
    }

    public boolean ofSegment() {
        return "in".equals(how) || "not_in".equals(how);
    }

    /** Whether something is compared beside the events. */
    public boolean compares() {
        return ofValue() || (ofEvents() && !DID.equals(how) && !"did_not".equals(how));
    }

    /** The condition in the text form. */
    String text() {
        return switch (how) {
            case VALUE -> "value(" + subject + ") " + op + " " + literal(operand);
            case "in" -> "in segment " + quoted(subject);
            case "not_in" -> "not in segment " + quoted(subject);
            case "did_not" -> "not did(" + events() + ")";
            case DID -> "did(" + events() + ")";
            case "since_last" -> "since_last(" + events() + ") " + op + " " + operand + " days";
            default -> how + "(" + events() + ") " + op + " " + operand;
        };
    }

    private String events() {
        String condition = where.isEmpty() ? "" : " where " + where + " " + whereOp + " " + whereLiteral();
        return (subject.isEmpty() ? ANY : subject) + condition + (days.isEmpty() ? "" : " in last " + days + " days");
    }

    private String whereLiteral() {
        boolean number = Property.ofWord(where)
                .filter(property -> property.kind() == Property.Kind.NUMBER)
                .isPresent();
        return number ? literal(whereOperand) : quoted(whereOperand);
    }

    private static String literal(String text) {
        return NUMBER.matcher(text).matches() || "true".equals(text) || "false".equals(text) ? text : quoted(text);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The row that says what a rule says; empty when no row can. */
    static Optional<RuleRow> of(Rule rule) {
        return switch (rule) {
            case Not(Did did) -> withEvents("did_not", "", "", did.events());
            case Not(InSegment in) -> Optional.of(about("not_in", in.segment(), "", ""));
            case Did did -> withEvents(DID, "", "", did.events());
            case InSegment in -> Optional.of(about("in", in.segment(), "", ""));
            case ValueTest test ->
                Optional.of(about(VALUE, test.value(), test.comparison().symbol(), plain(test.operand())));
            case MeasureTest test ->
                withEvents(
                        test.measure().name().toLowerCase(Locale.ROOT),
                        test.comparison().symbol(),
                        Long.toString(test.operand()),
                        test.events());
            case AgeTest age ->
                age.end() == End.LAST
                        ? days(age.age())
                                .flatMap(count ->
                                        withEvents("since_last", age.younger() ? "<" : ">=", count, age.events()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static RuleRow about(String how, String subject, String op, String operand) {
        return new RuleRow(how, subject, op, operand, "", "", "", "");
    }

    private static Optional<RuleRow> withEvents(String how, String op, String operand, EventQuery events) {
        Duration last = events.last();
        Optional<String> days = last == null ? Optional.of("") : days(last);
        if (days.isEmpty() || events.types().size() > 1 || events.where().size() > 1) {
            return Optional.empty();
        }
        String type =
                events.types().isEmpty() ? ANY : EventTypes.word(events.types().getFirst());
        if (events.where().isEmpty()) {
            return Optional.of(new RuleRow(how, type, op, operand, days.get(), "", "", ""));
        }
        Condition condition = events.where().getFirst();
        return condition.comparison() == Comparison.IN
                ? Optional.empty()
                : Optional.of(new RuleRow(
                        how,
                        type,
                        op,
                        operand,
                        days.get(),
                        condition.property().word(),
                        condition.comparison().symbol(),
                        plain(condition.operands().getFirst())));
    }

    private static Optional<String> days(Duration span) {
        return Duration.ofDays(span.toDays()).equals(span)
                ? Optional.of(Long.toString(span.toDays()))
                : Optional.empty();
    }

    private static String plain(Literal literal) {
        return switch (literal) {
            case Literal.Numeric number -> number.number().toPlainString();
            case Literal.Text text -> text.text();
            case Literal.Flag flag -> Boolean.toString(flag.flag());
        };
    }
}

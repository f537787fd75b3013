package dev.aisle.profile.segments.domain.language;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.profile.segments.domain.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as somebody wrote it, in either form, so that what is wrong can be shown where it stands. */
public final class RuleSource {
    private static final int LONGEST = 10_000;

    private final Rule rule;
    private final JsonNode json;
    private final @Nullable Places places;

    private RuleSource(Rule rule, JsonNode json, @Nullable Places places) {
        this.rule = rule;
        this.json = json;
        this.places = places;
    }

    /**
     * Of the JSON form.
     *
     * @throws InvalidRuleException with JSON pointers
     */
    public static RuleSource ofJson(JsonNode json) {
        return new RuleSource(RuleJson.read(json), json, null);
    }

    /**
     * Of the text form.
     *
     * @throws InvalidRuleException with lines and columns
     */
    public static RuleSource ofText(String text) {
        if (text.length() > LONGEST) {
            throw Places.problem(text, 0, "A rule has at most " + LONGEST + " characters.", null);
        }
        Places places = new Places(text);
        JsonNode json = new TextParser(text, places).parse();
        try {
            return new RuleSource(RuleJson.read(json), json, places);
        } catch (InvalidRuleException e) {
            throw new InvalidRuleException(located(places, json, e.problems()));
        }
    }

    public Rule rule() {
        return rule;
    }

    /**
     * Checks what it means for this shop.
     *
     * @throws InvalidRuleException with all that is wrong, where it was written
     */
    public void check(Vocabulary vocabulary) {
        List<RuleProblem> problems = RuleChecks.of(rule, vocabulary);
        if (!problems.isEmpty()) {
            throw new InvalidRuleException(places == null ? problems : located(places, json, problems));
        }
    }

    private static List<RuleProblem> located(Places places, JsonNode json, List<RuleProblem> problems) {
        return problems.stream().map(problem -> places.locate(json, problem)).toList();
    }
}

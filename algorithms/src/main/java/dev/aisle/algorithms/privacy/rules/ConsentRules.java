package dev.aisle.algorithms.privacy.rules;

import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.signals.GppConsent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A table of rules, ready to decide. The order of the file is the order of the rules, and the first that holds wins. Each situation is
 * worked out once and remembered.
 */
public final class ConsentRules {
    private static final Set<String> PARTS = Set.of("purposes", "jurisdictions", "rules");

    private final String text;
    private final Map<Purpose, PurposeMapping> purposes;
    private final Jurisdictions jurisdictions;
    private final List<Rule> rules;
    private final Map<Situation, Rule> decided = new ConcurrentHashMap<>();

    private ConsentRules(String text) {
        Map<String, List<CsvSections.Row>> parts = CsvSections.read(text, PARTS);
        this.text = text;
        this.purposes = PurposeMapping.all(part(parts, "purposes"));
        this.jurisdictions = new Jurisdictions(part(parts, "jurisdictions"));
        this.rules = Rule.all(part(parts, "rules"), jurisdictions);
    }

    /** The table that Aisle comes with. */
    public static ConsentRules builtIn() {
        return BuiltInRules.RULES;
    }

    /**
     * Reads a table.
     *
     * @throws InvalidRulesException when it isn't one, or breaks a promise that no table may break; names the line
     */
    public static ConsentRules parse(String text) {
        // The check fills its table with every situation; a service meets a few hundred of them.
        Promises.check(new ConsentRules(text));
        return new ConsentRules(text);
    }

    /** The table that Aisle comes with; the project's tests have checked its promises. */
    static ConsentRules checkedBefore(String text) {
        return new ConsentRules(text);
    }

    /** Decides. */
    public ConsentDecision decide(ConsentQuestion question) {
        return rule(situation(question)).decision();
    }

    /**
     * Decides for somebody who lived elsewhere before: what any of the jurisdictions denies stays denied, so that moving never widens.
     *
     * @param earlier the jurisdictions before the one of the question
     */
    public ConsentDecision decide(ConsentQuestion question, Collection<String> earlier) {
        ConsentDecision decision = decide(question);
        for (String jurisdiction : earlier) {
            if (!decision.allowed()) {
                return decision;
            }
            decision = decide(question.in(jurisdiction));
        }
        return decision.allowed() ? decide(question) : decision;
    }

    /** What a GPP string says about a purpose. */
    public GppSignal gppSignal(GppConsent gpp, Purpose purpose) {
        return gpp.signal(mapping(purpose).gpp());
    }

    /** A purpose in the words of others. */
    public PurposeMapping mapping(Purpose purpose) {
        return Fact.mapping(purposes, purpose);
    }

    /** The jurisdictions that have lines of their own. */
    public Set<String> jurisdictions() {
        return jurisdictions.names();
    }

    /** The table as it was written. */
    public String text() {
        return text;
    }

    /** SHA-256 of the table, in hex: two services with the same one decide alike. */
    public String fingerprint() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    Rule rule(Situation situation) {
        Rule known = decided.get(situation);
        return known == null ? decided.computeIfAbsent(situation, this::firstThatHolds) : known;
    }

    private Rule firstThatHolds(Situation situation) {
        Function<Fact, String> facts = fact -> fact.of(situation, purposes, jurisdictions);
        return rules.stream()
                .filter(rule -> rule.conditions().stream()
                        .allMatch(condition -> condition.holds(facts.apply(condition.fact()))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A table without a last rule isn't accepted"));
    }

    private Situation situation(ConsentQuestion question) {
        return new Situation(
                question.purpose(),
                question.explicit(),
                question.gpc(),
                tcf(question.tcf(), mapping(question.purpose()).tcf()),
                question.gpp(),
                question.ageBand(),
                question.suppressed(),
                jurisdictions.canonical(question.jurisdiction()));
    }

    private static Situation.Tcf tcf(Optional<Set<Integer>> consented, Set<Integer> needed) {
        if (consented.isEmpty() || needed.isEmpty()) {
            return Situation.Tcf.NONE;
        }
        return consented.get().containsAll(needed) ? Situation.Tcf.GRANTED : Situation.Tcf.MISSING;
    }

    private static List<CsvSections.Row> part(Map<String, List<CsvSections.Row>> parts, String name) {
        return parts.getOrDefault(name, List.of());
    }
}

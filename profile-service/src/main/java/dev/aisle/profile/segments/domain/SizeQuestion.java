package dev.aisle.profile.segments.domain;

import dev.aisle.profile.segments.domain.language.RuleWriter;
import dev.aisle.profile.segments.domain.rule.Rule;

/** The question for the number of people that a rule describes, one for all that ask it: a segment's size and a preview are the same. */
public final class SizeQuestion {
    private SizeQuestion() {}

    /** The question whose answer is of everybody. */
    public static String of(Rule rule) {
        return "rule " + RuleWriter.write(rule);
    }

    /** The question whose answer is of a sample. */
    public static String ofSample(Rule rule) {
        return "rule in a sample " + RuleWriter.write(rule);
    }
}

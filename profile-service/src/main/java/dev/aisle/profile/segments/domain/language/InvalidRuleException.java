package dev.aisle.profile.segments.domain.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that can't be used. */
public final class InvalidRuleException extends RuntimeException {
    private final transient List<RuleProblem> problems;

    public InvalidRuleException(List<RuleProblem> problems) {
        super(problems.getFirst().message());
        this.problems = List.copyOf(problems);
    }

    static InvalidRuleException at(String pointer, String message, @Nullable String suggestion) {
        return new InvalidRuleException(List.of(RuleProblem.at(pointer, message, suggestion)));
    }

    /** At least one. */
    public List<RuleProblem> problems() {
        return problems;
    }
}

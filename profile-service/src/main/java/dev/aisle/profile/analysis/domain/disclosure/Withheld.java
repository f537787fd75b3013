package dev.aisle.profile.analysis.domain.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a number isn't told. */
public enum Withheld {
    /** Fewer than k people are behind it, or nobody. */
    FEWER_THAN_K,
    /** The span isn't over yet. */
    NOT_OVER_YET,
    /** It isn't split: groups are without it. */
    ONLY_IN_TOTAL,
    /** It is a quotient of something that is withheld, or by zero. */
    NOTHING_TO_DIVIDE;

    /** As it stands in an answer: {@code fewer-than-k}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

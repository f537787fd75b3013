package dev.aisle.algorithms.privacy.rules;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a condition can ask about, in the words of the table. */
enum Fact {
    PURPOSE,
    CROSSES_CONTEXTS,
    SUPPRESSED,
    EXPLICIT,
    GPC,
    GPP,
    AGE,
    TCF,
    JURISDICTION,
    DEFAULT;

    private static final Set<String> YES_NO = Set.of("yes", "no");

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The values that may be asked for. */
    Set<String> values(Jurisdictions jurisdictions) {
        return switch (this) {
            case PURPOSE -> words(Purpose.values(), Purpose::wireName);
            case CROSSES_CONTEXTS, SUPPRESSED, GPC -> YES_NO;
            case EXPLICIT -> words(ExplicitStatus.values(), Fact::explicit);
            case GPP -> words(GppSignal.values(), GppSignal::wireName);
            case AGE -> words(AgeBand.values(), AgeBand::wireName);
            case TCF -> words(Situation.Tcf.values(), Fact::tcf);
            case JURISDICTION -> jurisdictions.names();
            case DEFAULT -> Set.of("opt_in", "opt_out");
        };
    }

    /** The value in a situation. */
    String of(Situation situation, Map<Purpose, PurposeMapping> purposes, Jurisdictions jurisdictions) {
        return switch (this) {
            case PURPOSE -> situation.purpose().wireName();
            case CROSSES_CONTEXTS ->
                yesNo(mapping(purposes, situation.purpose()).crossesContexts());
            case SUPPRESSED -> yesNo(situation.suppressed());
            case EXPLICIT -> explicit(situation.explicit());
            case GPC -> yesNo(situation.gpc());
            case GPP -> situation.gpp().wireName();
            case AGE -> situation.age().wireName();
            case TCF -> tcf(situation.tcf());
            case JURISDICTION -> situation.jurisdiction();
            case DEFAULT ->
                jurisdictions.silenceAllows(situation.jurisdiction(), situation.age(), situation.purpose())
                        ? "opt_out"
                        : "opt_in";
        };
    }

    static PurposeMapping mapping(Map<Purpose, PurposeMapping> purposes, Purpose purpose) {
        PurposeMapping mapping = purposes.get(purpose);
        if (mapping == null) {
            throw new IllegalStateException("A table without " + purpose + " isn't accepted");
        }
        return mapping;
    }

    private static String explicit(ExplicitStatus status) {
        return status == ExplicitStatus.NONE ? "none" : status.wireName();
    }

    private static String tcf(Situation.Tcf tcf) {
        return tcf.name().toLowerCase(Locale.ROOT);
    }

    private static String yesNo(boolean fact) {
        return fact ? "yes" : "no";
    }

    private static <T> Set<String> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.toUnmodifiableSet());
    }
}

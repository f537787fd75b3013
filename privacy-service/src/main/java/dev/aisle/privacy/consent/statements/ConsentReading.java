package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.problem.Problems;
import dev.aisle.privacy.consent.versions.ConsentChange;
import dev.aisle.privacy.consent.versions.Signals;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request says, in the words of the domain; or why it says nothing that exists. */
public sealed interface ConsentReading {
    /** It can be understood. */
    record Understood(ConsentChange change) implements ConsentReading {}

    /** It can't; the answer says where and what would be. */
    record Refused(Response answer) implements ConsentReading {}

    /**
     * Reads a request whose form is right.
     *
     * @param gpc the signal of the body or of the request itself
     */
    static ConsentReading of(ConsentRequest request, @Nullable Boolean gpc, Signals signals) {
        if (request.decisions().isEmpty() && gpc == null && signals.equals(Signals.NONE)) {
            return new Refused(Problems.invalidField("decisions", "expected at least one decision"));
        }
        AgeBand ageBand = Words.ageBand(request.ageBand());
        if (ageBand == null && request.ageBand() != null) {
            return new Refused(Problems.unprocessable("unknown-age-band", "ageBand", "known are " + Words.AGE_BANDS));
        }
        Map<Purpose, ExplicitStatus> decisions = new EnumMap<>(Purpose.class);
        for (Map.Entry<String, String> said : request.decisions().entrySet()) {
            Response problem = Words.problem(said.getKey(), said.getValue());
            if (problem != null) {
                return new Refused(problem);
            }
            decisions.put(
                    Purpose.ofWireName(said.getKey()).orElseThrow(), Words.status(said.getValue(), request.method()));
        }
        return new Understood(new ConsentChange(
                request.jurisdiction(),
                ageBand,
                request.noticeVersion(),
                gpc,
                request.method() == null ? "unspecified" : request.method(),
                decisions,
                signals));
    }

    /** The names that a request may use. */
    final class Words {
        static final String PURPOSES =
                Arrays.stream(Purpose.values()).map(Purpose::wireName).collect(Collectors.joining(", "));
        static final String AGE_BANDS =
                Arrays.stream(AgeBand.values()).map(AgeBand::wireName).collect(Collectors.joining(", "));

        private Words() {}

        static @Nullable AgeBand ageBand(@Nullable String name) {
            return Arrays.stream(AgeBand.values())
                    .filter(band -> band.wireName().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        static ExplicitStatus status(String decision, @Nullable String method) {
            if (!"grant".equals(decision)) {
                return ExplicitStatus.DENY;
            }
            return switch (method) {
                case ConsentChange.PARENTAL -> ExplicitStatus.GRANT_PARENTAL;
                case ConsentChange.DESPITE_GPC -> ExplicitStatus.GRANT_DESPITE_GPC;
                case null, default -> ExplicitStatus.GRANT;
            };
        }

        static @Nullable Response problem(String purposeName, @Nullable String decision) {
            Optional<Purpose> purpose = Purpose.ofWireName(purposeName);
            if (purpose.isEmpty()) {
                return unknownPurpose("decisions" + suffix(purposeName));
            }
            if (!"grant".equals(decision) && !"deny".equals(decision)) {
                return Problems.unprocessable("unknown-decision", "decisions." + purposeName, "known are grant, deny");
            }
            return purpose.get() == Purpose.NECESSARY && "deny".equals(decision)
                    ? necessaryIsNoChoice("decisions." + purposeName)
                    : null;
        }

        public static Response unknownPurpose(String field) {
            return Problems.unprocessable("unknown-purpose", field, "is no purpose; known are " + PURPOSES);
        }

        static Response necessaryIsNoChoice(String field) {
            return Problems.unprocessable(
                    "necessary-is-no-choice", field, "the shop can't run without it; it rests on no consent");
        }

        /** Repeats a name only when it looks like one: somebody may have put an identifier there. */
        private static String suffix(String purposeName) {
            return purposeName.matches("[a-z_]{1,32}") ? "." + purposeName : "";
        }
    }
}

package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.algorithms.privacy.rules.PurposeMapping;
import dev.aisle.platform.problem.Problems;
import dev.aisle.privacy.consent.statements.RecordOutcome.NoticeRefused;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies and answers about notices. */
public final class Notices {
    static final String VERSION = "[A-Za-z0-9._-]{1,64}";

    private Notices() {}

    /** {@code PUT /v1/notices/{version}}; {@code invalidates} names older notices, for all purposes or for some. */
    record NoticeRequest(
            @NotNull(message = "is missing") @Pattern(regexp = "[a-z]{2}", message = "expected ISO 639-1, such as en")
            String language,

            @Pattern(regexp = "https://[\\x21-\\x7E]{1,500}", message = "expected an https address") @Nullable
            String url,

            @Pattern(
                    regexp = "P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,5}D)?",
                    message = "expected a period of ISO 8601 such as P12M")
            @Nullable
            String validFor,

            @Size(max = 100, message = "expected at most 100 notices") @Nullable
            List<
                            @NotNull(message = "is null")
                            @Pattern(regexp = VERSION, message = "expected versions of notices") String>
                    invalidates,

            @Nullable List<@NotNull(message = "is null") String> invalidatesFor) {}

    /** A notice. */
    record NoticeView(
            String version,
            String language,
            @Nullable String url,
            @Nullable String validFor,
            Instant publishedAt) {
        static NoticeView of(Notice notice) {
            return new NoticeView(
                    notice.version(),
                    notice.language(),
                    notice.url().isEmpty() ? null : notice.url(),
                    notice.validFor() == null ? null : notice.validFor().toString(),
                    notice.publishedAt());
        }
    }

    /** {@code GET /v1/notices}. */
    record NoticesView(List<NoticeView> notices) {}

    /**
     * {@code GET /v1/purposes}.
     *
     * @param rules SHA-256 of the table that they stand in, which is their version
     */
    record PurposesView(String rules, Map<String, PurposeView> purposes) {}

    /** A purpose in the words of others. */
    record PurposeView(
            boolean crossesContexts, List<Integer> tcf, List<String> gpp, String dpv, List<String> googleConsentMode) {
        static PurposeView of(Purpose purpose, ConsentRules rules) {
            PurposeMapping mapping = rules.mapping(purpose);
            return new PurposeView(
                    mapping.crossesContexts(),
                    mapping.tcf().stream().sorted().toList(),
                    mapping.gpp().stream().sorted().toList(),
                    mapping.dpv(),
                    mapping.googleConsentMode().stream().sorted().toList());
        }
    }

    /** The answer to a consent after a notice that isn't one. */
    public static Response refused(NoticeRefused.Why why) {
        return switch (why) {
            case MISSING ->
                Problems.unprocessable(
                        "unknown-notice",
                        "noticeVersion",
                        "is missing: a grant names the notice that the person read; GET /v1/notices lists them");
            case UNKNOWN ->
                Problems.unprocessable(
                        "unknown-notice",
                        "noticeVersion",
                        "is no notice; a privacy officer publishes it by PUT /v1/notices/{version}");
            case OUTDATED ->
                Problems.unprocessable(
                        "outdated-notice",
                        "noticeVersion",
                        "a newer notice has taken its place; show that one and ask again");
        };
    }
}

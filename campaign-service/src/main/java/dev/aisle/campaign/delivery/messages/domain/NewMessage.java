package dev.aisle.campaign.delivery.messages.domain;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.common.v1.Purpose;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A message to be sent, fully worded.
 *
 * @param id chosen by the caller: the same id again is the same message
 */
public record NewMessage(String id, Recipient to, Origin origin, Text text, Window window) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    public NewMessage {
        if (!ID.matcher(id).matches()) {
            throw new InvalidMessageException(
                    "id", "expected 1 to 128 of A-Z a-z 0-9 . _ : -, beginning with a letter or digit");
        }
        if (to.channel() == Channel.EMAIL && text.subject().isBlank()) {
            throw new InvalidMessageException("text.subject", "an e-mail needs one");
        }
    }

    /** Whom it is for, by which way and under which consent. */
    public record Recipient(String pseudonym, Channel channel, Purpose purpose) {
        public Recipient {
            if (!Pseudonym.isPseudonym(pseudonym)) {
                throw new InvalidMessageException("to.pseudonym", "expected p1.<keyId>.<32 characters of base64url>");
            }
            boolean goes = switch (purpose) {
                case NECESSARY -> true;
                case MARKETING_EMAIL -> channel == Channel.EMAIL;
                case MARKETING_PUSH -> channel == Channel.PUSH;
                default -> false;
            };
            if (!goes) {
                throw new InvalidMessageException(
                        "to.purpose",
                        "no message for it goes by " + channel.wireName()
                                + "; expected marketing_email by email, marketing_push by push, or necessary");
            }
        }

        /** The same message for the pseudonym of the newer key. */
        public Recipient under(String successor) {
            return new Recipient(successor, channel, purpose);
        }
    }

    /** The campaign that sends it; empty texts where there is none. */
    public record Origin(String campaignId, int campaignVersion, String variation) {}

    /** The words. Where a link to unsubscribe belongs stands {@link #UNSUBSCRIBE}. */
    public record Text(String subject, String html, String plain) {
        /** Replaced by the person's own link when the message is sent. */
        public static final String UNSUBSCRIBE = "%%unsubscribe%%";

        private static final int LONGEST_SUBJECT = 500;
        private static final int LONGEST_BODY = 262_144;

        public Text {
            if (subject.length() > LONGEST_SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidMessageException(
                        "text.subject", "expected at most " + LONGEST_SUBJECT + " characters, no control character");
            }
            if (plain.isBlank()) {
                throw new InvalidMessageException("text.plain", "is missing: every message can be read as plain text");
            }
            if (html.length() > LONGEST_BODY || plain.length() > LONGEST_BODY) {
                throw new InvalidMessageException("text", "expected at most " + LONGEST_BODY + " characters");
            }
        }
    }

    /** When it may go: from the first moment, and not after the second. */
    public record Window(Instant notBefore, Instant notAfter) {
        public Window {
            if (!notAfter.isAfter(notBefore)) {
                throw new InvalidMessageException("window.notAfter", "expected a time after notBefore");
            }
        }
    }

    /** The same for the pseudonym of the newer key. */
    public NewMessage under(String successor) {
        return new NewMessage(id, to.under(successor), origin, text, window);
    }
}

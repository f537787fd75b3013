package dev.aisle.campaign.delivery.channels;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server reports of a mail of ours.
 *
 * @param link by which the mail is known
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3464">RFC 3464, delivery status notifications</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5965">RFC 5965, feedback reports</a>
 */
public record MailReport(UUID link, Kind kind) {
    /** What it says. */
    public enum Kind {
        /** The address takes nothing. */
        BOUNCE,
        /** The person called it spam. */
        COMPLAINT,
        /** A delay, a relay or a success: nothing has to be done. */
        OTHER
    }

    private static final Pattern MESSAGE_ID =
            Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\\s]+>");

    /**
     * Reads a mail in the form {@code multipart/report}.
     *
     * @return empty when it isn't one, or is none of a mail of ours
     */
    public static Optional<MailReport> read(InputStream mail) throws IOException {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), mail);
            return message.isMimeType("multipart/report") && message.getContent() instanceof Multipart parts
                    ? of(parts)
                    : Optional.empty();
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private static Optional<MailReport> of(Multipart parts) throws MessagingException, IOException {
        Kind kind = Kind.OTHER;
        UUID link = null;
        for (int n = 0; n < parts.getCount(); n++) {
            BodyPart part = parts.getBodyPart(n);
            if (part.isMimeType("message/delivery-status")) {
                kind = bounced(new DeliveryStatus(part.getInputStream())) ? Kind.BOUNCE : kind;
            } else if (part.isMimeType("message/feedback-report")) {
                kind = complained(new InternetHeaders(part.getInputStream())) ? Kind.COMPLAINT : kind;
            } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822")) {
                link = link(new InternetHeaders(part.getInputStream()));
            }
        }
        return link == null ? Optional.empty() : Optional.of(new MailReport(link, kind));
    }

    /** For good: the action is "failed" and the status of class 5. */
    private static boolean bounced(DeliveryStatus status) {
        for (int n = 0; n < status.getRecipientDSNCount(); n++) {
            InternetHeaders recipient = status.getRecipientDSN(n);
            if (first(recipient, "Action").equals("failed")
                    && first(recipient, "Status").startsWith("5.")) {
                return true;
            }
        }
        return false;
    }

    private static boolean complained(InternetHeaders report) {
        return first(report, "Feedback-Type").equals("abuse");
    }

    private static @Nullable UUID link(InternetHeaders headers) {
        Matcher id = MESSAGE_ID.matcher(first(headers, "Message-ID"));
        return id.matches() ? UUID.fromString(id.group(1)) : null;
    }

    private static String first(InternetHeaders headers, String name) {
        String[] values = headers.getHeader(name);
        return values == null || values.length == 0 ? "" : values[0].strip().toLowerCase(Locale.ROOT);
    }
}

package dev.aisle.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A mail to look at.
 *
 * @param html empty when it has none
 */
record CaughtMail(String id, String to, String subject, Instant at, List<String> headers, String html, String plain)
        implements Comparable<CaughtMail> {
    static CaughtMail of(MimeMessage message) throws MessagingException, IOException {
        List<String> headers = new ArrayList<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.add(header.getName() + ": " + header.getValue());
        }
        return new CaughtMail(
                Objects.requireNonNullElse(message.getMessageID(), ""),
                Objects.requireNonNullElse(message.getHeader("To", ", "), ""),
                Objects.requireNonNullElse(message.getSubject(), ""),
                message.getReceivedDate() == null
                        ? Instant.EPOCH
                        : message.getReceivedDate().toInstant(),
                headers,
                text(message, "text/html"),
                text(message, "text/plain"));
    }

    /** The first part of a kind; empty when there is none. */
    private static String text(Part part, String kind) throws MessagingException, IOException {
        Object content = part.getContent();
        if (part.isMimeType(kind) && content instanceof String text) {
            return text;
        }
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inside = parts.getBodyPart(i);
                String found = text(inside, kind);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    @Override
    public int compareTo(CaughtMail other) {
        return other.at.compareTo(at);
    }
}

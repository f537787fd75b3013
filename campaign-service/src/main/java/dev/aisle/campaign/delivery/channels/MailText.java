package dev.aisle.campaign.delivery.channels;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A letter as a mail server wants it: plain text and HTML, one Message-ID over all attempts, and the way to get no more of them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058, one-click unsubscription</a>
 */
final class MailText extends MimeMessage {
    /** RFC 5322, 3.3. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String messageId;
    private boolean begun;

    MailText(Session session, InternetAddress from, Letter letter) throws MessagingException {
        super(session);
        messageId = "<" + letter.message().link() + "@" + domain(from) + ">";
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().getFirst(), true));
        setSubject(letter.message().text().subject(), "UTF-8");
        setHeader("Date", DATE.format(OffsetDateTime.now(ZoneOffset.UTC)));
        if (letter.unsubscribe() != null) {
            setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (letter.html().isPresent()) {
            setContent(new MimeMultipart(
                    "alternative",
                    part(letter.plain(), "plain"),
                    part(letter.html().get(), "html")));
        } else {
            setText(letter.plain(), "UTF-8");
        }
        saveChanges();
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignored);
    }

    /** Whether its text has begun to go: before that the server surely hasn't taken it. */
    boolean begun() {
        return begun;
    }
}

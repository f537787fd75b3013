package dev.aisle.campaign.delivery.channels;

import dev.aisle.campaign.delivery.messages.domain.Outcome;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.util.StreamProvider;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server. Answers of servers repeat addresses, so nothing of them is kept but the number. */
final class MailLane implements Lane {
    private static final Logger LOG = Logger.getLogger(MailLane.class);
    private static final long STALE_NANOS = 20_000_000_000L;
    private static final int PERMANENT = 500;
    private static final int CLOSING = 421;

    static {
        // Otherwise the API looks through the service files of every jar for each part of each message: half of the CPU
        // of sending.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final ChannelSettings.Email settings;
    private final Session session;
    private final String protocol;
    private final InternetAddress from;
    private @Nullable Transport transport;
    private long usedAt;
    private boolean reachable = true;

    MailLane(ChannelSettings.Email settings) {
        this.settings = settings;
        this.protocol = settings.encryption() == ChannelSettings.Encryption.TLS ? "smtps" : "smtp";
        this.from = sender(settings);
        this.session = Session.getInstance(properties());
    }

    static InternetAddress sender(ChannelSettings.Email settings) {
        try {
            return new InternetAddress(
                    settings.from()
                            .orElseThrow(
                                    () -> new IllegalArgumentException(
                                            "aisle.channels.email.from is missing: the sender, such as Shop <news@shop.example>")),
                    true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("aisle.channels.email.from: expected Shop <news@shop.example>", e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(settings.timeout().toMillis());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "localhost", MailText.domain(from));
        properties.setProperty(prefix + "from", from.getAddress());
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "auth", Boolean.toString(settings.user().isPresent()));
        boolean startTls = settings.encryption() == ChannelSettings.Encryption.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public boolean ready() {
        Transport open = transport;
        if (open != null && System.nanoTime() - usedAt > STALE_NANOS && !open.isConnected()) {
            close();
        }
        return transport != null || connect();
    }

    private boolean connect() {
        try {
            Transport fresh = session.getTransport(protocol);
            fresh.connect(
                    settings.host().orElseThrow(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            transport = fresh;
            usedAt = System.nanoTime();
            tell(true, "The mail server is reached again");
            return true;
        } catch (MessagingException e) {
            tell(false, "The mail server can't be reached: " + e.getClass().getSimpleName());
            return false;
        }
    }

    /** It is tried several times a second; what changed is worth a line. */
    private void tell(boolean reached, String change) {
        if (reached != reachable) {
            reachable = reached;
            LOG.log(reached ? Logger.Level.INFO : Logger.Level.WARN, change);
        }
    }

    @Override
    public Outcome deliver(Letter letter) {
        MailText text;
        try {
            text = new MailText(session, from, letter);
        } catch (MessagingException e) {
            return new Outcome.Refused("not-an-address");
        }
        if (!ready()) {
            return new Outcome.Retry("smtp-unreachable");
        }
        try {
            Address[] to = text.getAllRecipients();
            open().sendMessage(text, to);
            usedAt = System.nanoTime();
            return new Outcome.Delivered("smtp-250");
        } catch (MessagingException e) {
            return failed(e, text.begun());
        }
    }

    private Transport open() {
        Transport open = transport;
        if (open == null) {
            throw new IllegalStateException("Not connected");
        }
        return open;
    }

    /** What the server said, or whether it can have taken the message without saying so. */
    private Outcome failed(MessagingException failure, boolean begun) {
        boolean ofAddress = false;
        int code = 0;
        for (Exception one = failure;
                one != null && code <= 0;
                one = one instanceof MessagingException more ? more.getNextException() : null) {
            switch (one) {
                case SMTPAddressFailedException address -> {
                    ofAddress = true;
                    code = address.getReturnCode();
                }
                case SMTPSenderFailedException sender -> code = sender.getReturnCode();
                case SMTPSendFailedException send -> code = nestedOr(send);
                default -> code = 0;
            }
            ofAddress = ofAddress || one.getCause() instanceof SMTPAddressFailedException;
        }
        if (code <= 0) {
            // Without an answer the connection is of no use any more.
            close();
            return begun ? new Outcome.InDoubt("smtp-no-answer") : new Outcome.Retry("smtp-no-answer");
        }
        if (code == CLOSING) {
            close();
        }
        return answered(code, ofAddress);
    }

    /** Where an address is refused, the exception outside has the number of the last command, and the one inside that of the address. */
    private static int nestedOr(SMTPSendFailedException send) {
        return send.getNextException() instanceof SMTPAddressFailedException ? 0 : send.getReturnCode();
    }

    private static Outcome answered(int code, boolean ofAddress) {
        if (code < PERMANENT) {
            return new Outcome.Retry("smtp-" + code);
        }
        return ofAddress ? new Outcome.Bounced("smtp-" + code) : new Outcome.Refused("smtp-" + code);
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                LOG.debugf(
                        "A connection that is of no use any more: %s",
                        e.getClass().getSimpleName());
            }
        }
    }
}

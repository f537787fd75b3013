package dev.aisle.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes every mail on loopback, sends none on, and shows them at its page. */
public final class MailCatcher implements Closeable {
    /** More than anybody reads; a whole campaign would fill the memory. */
    private static final int MOST = 2_000;

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server;
    private final MailPages pages;

    private MailCatcher(GreenMail server, int pagePort) throws IOException {
        this.server = server;
        this.pages = MailPages.start(pagePort, this);
    }

    /** Starts both; 0 stands for any free port. */
    public static MailCatcher start(int smtpPort, int pagePort) throws IOException {
        ServerSetup setup = new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(setup);
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return new MailCatcher(server, pagePort);
    }

    /** {@code MailCatcher SMTP_PORT PAGE_PORT}. */
    public static void main(String... ports) throws IOException {
        MailCatcher catcher = start(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
        System.out.println("Mail is taken at " + LOOPBACK + ":" + catcher.smtpPort() + " and shown at http://"
                + LOOPBACK + ":" + catcher.pagePort());
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int pagePort() {
        return pages.port();
    }

    /** All mails, the latest first. */
    List<CaughtMail> mails() throws MessagingException, IOException {
        MimeMessage[] received = server.getReceivedMessages();
        List<CaughtMail> mails = new ArrayList<>();
        for (MimeMessage one : Arrays.asList(received)) {
            mails.add(CaughtMail.of(one));
        }
        if (received.length > MOST) {
            forget();
        }
        Collections.sort(mails);
        return mails;
    }

    /** The mail of that Message-ID. */
    Optional<CaughtMail> mail(String id) throws MessagingException, IOException {
        return mails().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    private void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("The mails can't be removed", e);
        }
    }

    @Override
    public void close() {
        pages.stop();
        server.stop();
    }
}

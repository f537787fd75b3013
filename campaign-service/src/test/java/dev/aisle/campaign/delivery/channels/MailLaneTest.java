package dev.aisle.campaign.delivery.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.Outcome;
import dev.aisle.mail.CountingSink;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailLaneTest {
    @Test
    void aRealServerTakesBothTextsAndTheOneClickLink() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        Letter letter = ExampleLetters.to(Channel.EMAIL, "ann@shop.example");
        try (Lane lane = TestChannels.mail(server.getSmtp().getPort())) {
            assertThat(lane.deliver(letter)).isEqualTo(new Outcome.Delivered("smtp-250"));
        }

        MimeMessage mail = server.getReceivedMessages()[0];
        server.stop();

        assertThat(mail.getSubject()).isEqualTo("Grüße, 你好");
        assertThat(mail.getMessageID()).isEqualTo("<" + letter.message().link() + "@shop.example>");
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<" + ExampleLetters.LINK + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .isEqualToNormalizingNewlines("Tea\n" + ExampleLetters.LINK);
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("href=\"" + ExampleLetters.LINK + "\"");
    }

    @Test
    void anAddressThatIsRefusedForGoodBouncesAndTheNextLetterGoes() throws IOException {
        assertThat(answered("RCPT TO", "550 5.1.1 <ann@shop.example> unknown"))
                .isEqualTo(new Outcome.Bounced("smtp-550"));
    }

    @Test
    void anAddressThatIsRefusedForNowIsTriedAgain() throws IOException {
        assertThat(answered("RCPT TO", "451 4.7.1 grey")).isEqualTo(new Outcome.Retry("smtp-451"));
    }

    @Test
    void aSenderThatIsRefusedIsNoFaultOfTheAddress() throws IOException {
        assertThat(answered("MAIL FROM", "550 not you")).isEqualTo(new Outcome.Refused("smtp-550"));
    }

    @Test
    void aServerThatIsFullIsTriedAgain() throws IOException {
        assertThat(answered("DATA", "452 full")).isEqualTo(new Outcome.Retry("smtp-452"));
    }

    @Test
    void aServerThatGoesAfterTheTextLeavesADoubt() throws IOException {
        CountingSink sink = CountingSink.start(new CountingSink.Events() {
            @Override
            public void taken() {
                throw new IllegalStateException("The server dies before it answers");
            }
        });
        try (sink;
                Lane lane = TestChannels.mail(sink.port())) {
            assertThat(lane.deliver(ExampleLetters.to(Channel.EMAIL, "ann@shop.example")))
                    .isEqualTo(new Outcome.InDoubt("smtp-no-answer"));
        }
        assertThat(sink.total()).isOne();
    }

    @Test
    void aServerThatIsntThereIsNoAttempt() {
        try (Lane lane = TestChannels.mail(1)) {
            assertThat(lane.ready()).isFalse();
        }
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutBeingNamed() throws IOException {
        try (CountingSink sink = CountingSink.start(new CountingSink.Events() {});
                Lane lane = TestChannels.mail(sink.port())) {
            assertThat(lane.deliver(ExampleLetters.to(Channel.EMAIL, "ann@@shop")))
                    .isEqualTo(new Outcome.Refused("not-an-address"));
        }
    }

    /** What comes of a letter whose command is answered so; then the connection must still work. */
    private static Outcome answered(String command, String answer) throws IOException {
        AtomicReference<@Nullable String> refused = new AtomicReference<>(command);
        try (CountingSink sink = CountingSink.start(new CountingSink.Events() {
                    @Override
                    public @Nullable String answer(String line) {
                        String wanted = refused.get();
                        return wanted != null && line.startsWith(wanted) ? answer : null;
                    }
                });
                Lane lane = TestChannels.mail(sink.port())) {
            Outcome outcome = lane.deliver(ExampleLetters.to(Channel.EMAIL, "ann@shop.example"));
            refused.set(null);
            assertThat(lane.deliver(ExampleLetters.to(Channel.EMAIL, "bob@shop.example")))
                    .isEqualTo(new Outcome.Delivered("smtp-250"));
            assertThat(sink.total()).isOne();
            return outcome;
        }
    }
}

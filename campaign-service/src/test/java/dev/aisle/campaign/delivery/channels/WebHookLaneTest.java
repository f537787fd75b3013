package dev.aisle.campaign.delivery.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebHookLaneTest {
    private static final String OLDER = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEWER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicReference<String> body = new AtomicReference<>("");
    private final AtomicReference<HttpHeaders> headers =
            new AtomicReference<>(HttpHeaders.of(Map.of(), (name, value) -> true));
    private final HttpServer provider = start();

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void answer() {
        provider.createContext("/", exchange -> {
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            headers.set(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void thePublishedLibraryAcceptsItUnderTheOldAndTheNewSecret() throws Exception {
        Letter letter = ExampleLetters.to(Channel.PUSH, "device-1");
        try (Lane lane = lane(NEWER + "," + OLDER)) {
            assertThat(lane.deliver(letter)).isEqualTo(new Outcome.Delivered("http-200"));
        }

        assertThat(headers.get().firstValue("webhook-id"))
                .contains("msg_" + letter.message().link());
        assertThat(body.get()).contains("\"to\":[\"device-1\"]").contains("\"type\":\"message.push\"");
        for (String secret : new String[] {OLDER, NEWER}) {
            assertThatCode(() -> new Webhook(secret).verify(body.get(), headers.get()))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(
                        () -> new Webhook("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").verify(body.get(), headers.get()))
                .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
    }

    @Test
    void whatMayChangeIsTriedAgainAndTheRestIsRefused() {
        try (Lane lane = lane(OLDER)) {
            assertThat(deliver(lane, 503)).isEqualTo(new Outcome.Retry("http-503"));
            assertThat(deliver(lane, 429)).isEqualTo(new Outcome.Retry("http-429"));
            assertThat(deliver(lane, 302)).isEqualTo(new Outcome.Refused("http-302"));
            assertThat(deliver(lane, 422)).isEqualTo(new Outcome.Refused("http-422"));
            assertThat(lane.ready()).isTrue();
            assertThat(deliver(lane, 410)).isEqualTo(new Outcome.Refused("http-410"));
            assertThat(lane.ready()).as("after 410").isFalse();
        }
    }

    @Test
    void aPrivateTargetIsRefusedUnlessItIsTrusted() {
        Map<String, String> settings = Map.of(
                "aisle.channels.webhooks.push.url",
                "https://localhost:" + provider.getAddress().getPort(),
                "aisle.channels.webhooks.push.secrets",
                OLDER);

        try (Lane lane = TestChannels.lanes(settings).open(Channel.PUSH)) {
            assertThat(lane.ready()).isFalse();
        }
    }

    @Test
    void aShortSecretAndPlainHttpAreNamedAtTheStart() {
        assertThatThrownBy(() -> lane("whsec_abc")).hasMessageContaining("secrets: expected whsec_");
        assertThatThrownBy(() -> TestChannels.lanes(Map.of(
                        "aisle.channels.webhooks.push.url",
                        "http://push.example",
                        "aisle.channels.webhooks.push.secrets",
                        OLDER)))
                .hasMessageContaining("url: expected https");
    }

    private Outcome deliver(Lane lane, int answer) {
        status.set(answer);
        return lane.deliver(ExampleLetters.to(Channel.PUSH, "device-1"));
    }

    private Lane lane(String secrets) {
        return TestChannels.lanes(Map.of(
                        "aisle.channels.webhooks.push.url",
                        "http://127.0.0.1:" + provider.getAddress().getPort() + "/hook",
                        "aisle.channels.webhooks.push.trusted",
                        "true",
                        "aisle.channels.webhooks.push.secrets",
                        secrets))
                .open(Channel.PUSH);
    }
}

package dev.aisle.campaign.delivery.channels;

import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.domain.Outgoing;
import dev.aisle.contracts.common.v1.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Letters to send. */
final class ExampleLetters {
    static final String LINK = "https://shop.example/v1/unsubscribe/abc";

    private ExampleLetters() {}

    static Letter to(Channel channel, String address) {
        Purpose purpose = channel == Channel.EMAIL ? Purpose.MARKETING_EMAIL : Purpose.MARKETING_PUSH;
        return new Letter(
                new Outgoing(
                        "m1",
                        UUID.randomUUID(),
                        new NewMessage.Recipient("p1.k1.0123456789abcdef0123456789abcdef", channel, purpose),
                        1,
                        new NewMessage.Text(
                                "Grüße, 你好", "<p>Tea <a href=\"%%unsubscribe%%\">stop</a></p>", "Tea\n%%unsubscribe%%"),
                        Instant.MAX,
                        0),
                List.of(address),
                "de-DE",
                LINK);
    }
}

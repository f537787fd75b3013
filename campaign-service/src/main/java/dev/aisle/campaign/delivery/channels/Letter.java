package dev.aisle.campaign.delivery.channels;

import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.domain.Outgoing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message with its address, which is read for this hand-over and kept nowhere.
 *
 * @param to          an e-mail address, a telephone number, or devices
 * @param unsubscribe the person's own link; {@code null} where a message can't be unsubscribed from
 */
public record Letter(
        Outgoing message,
        List<String> to,
        @Nullable String locale,
        @Nullable String unsubscribe) {
    public Letter {
        to = List.copyOf(to);
    }

    /** With the link in its place. */
    String plain() {
        return linked(message.text().plain());
    }

    /** With the link in its place; empty when there is none. */
    Optional<String> html() {
        return message.text().html().isEmpty()
                ? Optional.empty()
                : Optional.of(linked(message.text().html()));
    }

    private String linked(String text) {
        return text.replace(NewMessage.Text.UNSUBSCRIBE, unsubscribe == null ? "" : unsubscribe);
    }

    /** Addresses stay out of logs. */
    @Override
    public String toString() {
        return "Letter[" + message.id() + "]";
    }
}

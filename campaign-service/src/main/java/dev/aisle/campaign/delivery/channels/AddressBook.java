package dev.aisle.campaign.delivery.channels;

import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.contracts.common.v1.Purpose;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where people are reached now: the vault of privacy-service. */
@FunctionalInterface
public interface AddressBook {
    /**
     * Asks for a purpose and a channel; every answer is audited there.
     *
     * @return by pseudonym; complete
     * @throws IOException when there is no answer, so that nobody may be sent anything
     */
    Map<String, Answer> ask(Collection<String> pseudonyms, Purpose purpose, Channel channel) throws IOException;

    /** Where to, or why not. */
    sealed interface Answer {
        /** It may go there. */
        record Reachable(List<String> to, @Nullable String locale) implements Answer {
            /** Addresses stay out of logs. */
            @Override
            public String toString() {
                return "Reachable";
            }
        }

        /** It may not go. */
        record Denied(String reason) implements Answer {}
    }
}

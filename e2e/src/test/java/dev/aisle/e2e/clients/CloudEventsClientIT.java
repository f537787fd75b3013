package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client {@code cloudevents} from npm. */
@ExtendWith(DoorStack.class)
class CloudEventsClientIT {
    @Test
    void eventsOfAllThreeModesArriveOnceThoughSentTwice(Door door) {
        Node node = Node.withClients();
        Person person = door.person("userId");
        String ids = UUID.randomUUID().toString();

        for (int time = 0; time < 2; time++) {
            node.run("cloudevents.mjs", door.address().toString(), Door.WRITE_KEY, person.id(), ids);
        }

        List<ShopEvent> events = door.arrived(4, person);
        assertThat(events)
                .hasSize(4)
                .allSatisfy(event -> {
                    assertThat(event.getType()).isEqualTo(EventType.PRODUCT_VIEW);
                    Calls.assertView(event);
                })
                .extracting(ShopEvent::getMessageId)
                .doesNotHaveDuplicates();
    }
}

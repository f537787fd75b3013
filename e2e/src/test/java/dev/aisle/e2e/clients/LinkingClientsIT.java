package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.IdentifyMessage;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How each client links a browser to the customer who logs in: a server by its own key, a page by a token of its gateway. */
@ExtendWith(DoorStack.class)
class LinkingClientsIT {
    private final String browser = "browser-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(NpmClient.class)
    @Execution(ExecutionMode.CONCURRENT)
    void aServerInNodeLinksByItsOwnKeyOnly(NpmClient client, Door door) {
        Person person = door.person("userId");
        Person other = door.person("userId");
        Node node = Node.withClients();

        node.run(client.script(), door.address().toString(), Door.SERVER_WRITE_KEY, person.id(), ids(), browser);
        node.run(client.script(), door.address().toString(), Door.WRITE_KEY, other.id(), ids(), browser);

        assertThat(browserOf(EventType.IDENTIFY, door.arrived(Calls.count(), person)))
                .isEqualTo(door.pseudonymOfBrowser(browser));
        assertThat(browserOf(EventType.IDENTIFY, door.arrived(Calls.count(), other)))
                .isEmpty();
    }

    @Test
    void aServerInJavaLinksByItsOwnKey(Door door) {
        Person person = door.person("userId");
        Analytics analytics = Analytics.builder(Door.SERVER_WRITE_KEY)
                .endpoint(door.address().toString())
                .build();

        analytics.enqueue(IdentifyMessage.builder()
                .userId(person.id())
                .anonymousId(browser)
                .traits(Map.of("plan", "gold")));
        analytics.flush();

        assertThat(browserOf(EventType.IDENTIFY, door.arrived(1, person))).isEqualTo(door.pseudonymOfBrowser(browser));
        analytics.shutdown();
    }

    @ParameterizedTest
    @EnumSource(BrowserClient.class)
    @Execution(ExecutionMode.CONCURRENT)
    void aPageLinksByTheTokenOfItsGateway(BrowserClient client, Door door) {
        Person person = door.person("userId");
        String token = door.linkToken(person, browser);

        List<ShopEvent> events =
                BrowserClientsIT.calls(client, door, person, "&browser=" + browser + "&token=" + token);

        assertThat(browserOf(EventType.IDENTIFY, events)).isEqualTo(door.pseudonymOfBrowser(browser));
        assertThat(browserOf(EventType.PRODUCT_VIEW, events)).isEmpty();
    }

    private static String ids() {
        return UUID.randomUUID().toString();
    }

    private static String browserOf(EventType type, List<ShopEvent> events) {
        return events.stream()
                .filter(event -> event.getType() == type)
                .findFirst()
                .orElseThrow()
                .getAnonymousPseudonym();
    }
}

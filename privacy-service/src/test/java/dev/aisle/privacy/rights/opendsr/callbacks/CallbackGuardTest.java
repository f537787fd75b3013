package dev.aisle.privacy.rights.opendsr.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.privacy.rights.opendsr.callbacks.CallbackGuard.Destination;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackGuardTest {
    private static final URI CONTROLLER = URI.create("https://controller.example/callbacks");

    @Test
    void aNameThatLeadsInsideIsRefused() {
        assertThat(guard("10.0.0.7").look(CONTROLLER)).isInstanceOf(Destination.Forbidden.class);
        assertThat(guard("::1").look(CONTROLLER)).isInstanceOf(Destination.Forbidden.class);
    }

    @Test
    void oneAddressInsideAmongOthersIsEnough() {
        CallbackGuard guard = new CallbackGuard(
                List.of(), host -> new InetAddress[] {literal("93.184.215.14"), literal("169.254.169.254")});

        assertThat(guard.look(CONTROLLER)).isInstanceOf(Destination.Forbidden.class);
    }

    @Test
    void aNameThatLedOutsideAndLeadsInsideNowIsRefusedNow() {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.215.14", "127.0.0.1"));
        CallbackGuard guard = new CallbackGuard(List.of(), host -> new InetAddress[] {literal(answers.pop())});

        assertThat(guard.look(CONTROLLER)).isInstanceOf(Destination.Allowed.class);
        assertThat(guard.look(CONTROLLER)).isInstanceOf(Destination.Forbidden.class);
    }

    @Test
    void whatMayBeCalledIsTheAddressThatWasLookedAt() throws UnknownHostException {
        assertThat(guard("93.184.215.14").look(CONTROLLER))
                .isEqualTo(new Destination.Allowed(literal("93.184.215.14")));
    }

    @Test
    void withoutTlsOnlyOnesOwnControllerIsCalled() {
        URI inside = URI.create("http://controller.internal:8443/x");
        CallbackGuard guard =
                new CallbackGuard(List.of("controller.internal:8443"), host -> new InetAddress[] {literal("10.0.0.7")});

        assertThat(guard.look(inside)).isInstanceOf(Destination.Allowed.class);
        assertThat(guard.look(URI.create("http://controller.internal:8444/x")))
                .isInstanceOf(Destination.Forbidden.class);
        assertThat(guard("93.184.215.14").look(URI.create("http://controller.example/")))
                .isInstanceOf(Destination.Forbidden.class);
    }

    @Test
    void aNameThatNobodyKnowsIsNotCalled() {
        CallbackGuard guard = new CallbackGuard(List.of(), host -> {
            throw new UnknownHostException(host);
        });

        assertThat(guard.look(CONTROLLER)).isInstanceOf(Destination.Unknown.class);
    }

    private static CallbackGuard guard(String address) {
        return new CallbackGuard(List.of(), host -> new InetAddress[] {literal(address)});
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }
}

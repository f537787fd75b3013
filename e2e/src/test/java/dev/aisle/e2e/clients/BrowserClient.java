package dev.aisle.e2e.clients;

import dev.aisle.contracts.events.v1.EventType;
import java.util.List;

/** The clients for browsers; each has a page in {@code e2e/clients} that makes its calls. */
enum BrowserClient {
    SEGMENT("segment.html", Calls.ALL),
    RUDDER("rudder.html", Calls.ALL_BUT_SCREEN);

    private final String page;
    private final List<EventType> calls;

    BrowserClient(String page, List<EventType> calls) {
        this.page = page;
        this.calls = calls;
    }

    String page() {
        return page;
    }

    List<EventType> calls() {
        return calls;
    }
}

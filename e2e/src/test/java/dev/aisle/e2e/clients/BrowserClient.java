package dev.aisle.e2e.clients;

import dev.aisle.contracts.events.v1.EventType;
import java.util.List;

/** The clients for browsers; each has a page in {@code e2e/clients} that makes its calls. */
enum BrowserClient {
    SEGMENT("segment.html", true),
    RUDDER("rudder.html", false);

    private final String page;
    private final boolean knowsScreens;

    BrowserClient(String page, boolean knowsScreens) {
        this.page = page;
        this.knowsScreens = knowsScreens;
    }

    String page() {
        return page;
    }

    List<EventType> calls() {
        return knowsScreens ? Calls.ALL : Calls.ALL_BUT_SCREEN;
    }
}

package dev.aisle.e2e.clients;

/** The clients for Node; each has a script in {@code e2e/clients} that makes the six calls. */
enum NpmClient {
    SEGMENT("segment.mjs"),
    RUDDER("rudder.mjs");

    private final String script;

    NpmClient(String script) {
        this.script = script;
    }

    String script() {
        return script;
    }
}

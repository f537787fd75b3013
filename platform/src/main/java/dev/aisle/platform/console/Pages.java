package dev.aisle.platform.console;

import jakarta.ws.rs.core.UriInfo;

/** Which paths are the console's. */
final class Pages {
    private Pages() {}

    static boolean has(UriInfo uri) {
        String path = uri.getPath();
        return path.equals(Area.ROOT) || path.startsWith(Area.ROOT + "/");
    }
}

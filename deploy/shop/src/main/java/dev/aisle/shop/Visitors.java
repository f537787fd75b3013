package dev.aisle.shop;

import dev.aisle.shop.gateway.Gateway;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The visits, by their cookies; those that nobody has come back to for longest are forgotten. */
final class Visitors {
    static final String COOKIE = "visit";
    private static final int MOST = 60;
    private static final int COOKIE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Gateway gateway;
    private final Map<String, Visitor> byCookie = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visitor> eldest) {
            return size() > MOST;
        }
    };

    Visitors(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A visit that goes on. */
    synchronized Optional<Visitor> find(String cookie) {
        return Optional.ofNullable(byCookie.get(cookie));
    }

    /** A visit that begins; answers its cookie. */
    String begin() {
        return renewed("", new Visitor(gateway));
    }

    /** A visit that begins where another one ends. */
    String begunAfter(String before) {
        return renewed(before, new Visitor(gateway));
    }

    /** The visit under a new cookie; the cookie before opens nothing any more. */
    synchronized String renewed(String before, Visitor visitor) {
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        String cookie = HexFormat.of().formatHex(bytes);
        byCookie.remove(before);
        byCookie.put(cookie, visitor);
        return cookie;
    }

    /** As a browser is told it. */
    static String header(String cookie) {
        return COOKIE + "=" + cookie + "; Path=/; HttpOnly; SameSite=Lax";
    }
}

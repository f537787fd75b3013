package dev.aisle.local;

import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.ServiceEnvironment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a person needs after {@code up}: where things are, and how to get in. */
final class Addresses {
    private Addresses() {}

    static String of(Layout layout, Set<Part> parts) {
        var text = new StringBuilder();
        Arrays.stream(Part.values())
                .filter(parts::contains)
                .map(part -> String.format(Locale.ROOT, "  %-22s %s%n", part.label(), address(layout, part)))
                .forEach(text::append);
        return text + credentials(layout);
    }

    private static String address(Layout layout, Part part) {
        return switch (part) {
            case KAFKA -> layout.ports().address(part);
            case POSTGRES -> layout.ports().jdbc("profile") + " (user = password = database)";
            case ISSUER -> layout.ports().issuer().toString();
            case MAIL -> layout.ports().http(part) + " (read the mail here)";
            case SHOP -> layout.ports().http(part) + " (the demo shop, with the assistant)";
            case INGEST, PROFILE, RECOMMENDER, CAMPAIGN, PRIVACY ->
                layout.ports().http(part).toString();
        };
    }

    private static String credentials(Layout layout) {
        return String.format(
                """
                Demo credentials, for this machine only: client "demo", secret "%s" (every human role); write key "%s", of a server "%s".
                  curl -s -d grant_type=client_credentials -d client_id=demo -d client_secret=%s %s/token
                Logs in %s. Next: ./aisle demo, ./aisle status, ./aisle down.""",
                ServiceEnvironment.CLIENT_SECRET,
                ServiceEnvironment.WRITE_KEY,
                ServiceEnvironment.SERVER_WRITE_KEY,
                ServiceEnvironment.CLIENT_SECRET,
                layout.ports().issuer(),
                layout.shown(layout.home().resolve("logs")));
    }
}

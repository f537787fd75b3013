package dev.aisle.contracts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prefix of the names of topics, groups and transactions when several shops share a broker: the shop's name and a dot. The name is read once from the environment
 * ({@code AISLE_SHOP}) or the system property {@code aisle.shop}; a process serves one shop. Without a name nothing stands before them.
 */
public final class ShopPrefix {
    private static final Pattern NAME = Pattern.compile("[a-z](?:[a-z0-9-]{0,18}[a-z0-9])?");

    /** Names of an installation without a shop begin so; a shop of that name could not be told from it. */
    private static final String RESERVED = "aisle";

    private static final String SHOP =
            checked(Optional.ofNullable(System.getProperty("aisle.shop")).orElseGet(() -> System.getenv("AISLE_SHOP")));

    private ShopPrefix() {}

    /** The shop's name; empty when this installation has but one. */
    public static String shop() {
        return SHOP;
    }

    /** A name as it stands on the broker. */
    public static String before(String name) {
        return of(SHOP) + name;
    }

    /** The prefix of a shop: {@code lamps.} for {@code lamps}, and nothing without a shop. */
    public static String of(String shop) {
        return shop.isEmpty() ? "" : shop + ".";
    }

    /** Returns the name without blanks around it; refuses one that can't be part of names on a broker, in PostgreSQL and in Kubernetes. */
    public static String checked(@Nullable String shop) {
        String name = shop == null ? "" : shop.strip();
        if (!name.isEmpty() && (name.equals(RESERVED) || !NAME.matcher(name).matches())) {
            throw new IllegalArgumentException(
                    "AISLE_SHOP: expected a letter and up to 19 more of a-z, 0-9 and -, such as \"lamps\", not"
                            + " with a dash at an end and not \"" + RESERVED + "\"; found \"" + name + "\".");
        }
        return name;
    }
}

package dev.aisle.platform.console;

import dev.aisle.platform.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The areas of the consoles in the order of the navigation, the service that has each, and who may see it. */
public enum Area {
    CAMPAIGNS("campaign", Role.MARKETER, Role.ANALYST),
    EXPERIMENTS("campaign", Role.MARKETER, Role.ANALYST),
    PEOPLE("profile", Role.MARKETER, Role.ANALYST),
    RECOMMENDATIONS("recommender", Role.MARKETER, Role.ANALYST, Role.OPERATOR),
    ASSISTANT("recommender", Role.MARKETER, Role.ANALYST, Role.OPERATOR),
    PRIVACY("privacy", Role.PRIVACY_OFFICER, Role.AUDITOR),
    FLOW("ingest", Role.OPERATOR);

    /** Where all consoles begin. */
    public static final String ROOT = "/console";

    private final String service;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<String> roles;

    Area(String service, String... roles) {
        this.service = service;
        this.roles = List.of(roles);
    }

    /** The name in paths and in the names of files of words: {@code campaigns}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The path of its first page. */
    public String path() {
        return ROOT + "/" + id();
    }

    /** The service that has it, in one word as in {@code aisle.console.addresses.campaign}. */
    public String service() {
        return service;
    }

    /** The roles of which one is needed. */
    public List<String> roles() {
        return roles;
    }

    /** Whether somebody with these roles may see it. */
    public boolean visibleTo(Set<String> held) {
        return roles.stream().anyMatch(held::contains);
    }

    /** The area of a path, if it is in one. */
    public static Optional<Area> of(String path) {
        return Arrays.stream(values())
                .filter(area -> path.equals(area.path()) || path.startsWith(area.path() + "/"))
                .findFirst();
    }
}

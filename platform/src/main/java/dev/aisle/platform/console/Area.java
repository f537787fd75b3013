package dev.aisle.platform.console;

import dev.aisle.platform.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The areas of the consoles in the order of the navigation, the service that has each, and who may see it. */
public enum Area {
    CAMPAIGNS("campaign", Map.of(Role.OPERATOR, "/messages"), Role.MARKETER, Role.ANALYST),
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

    @SuppressWarnings("ImmutableEnumChecker") // Map.of is.
    private final Map<String, String> parts;

    Area(String service, String... roles) {
        this(service, Map.of(), roles);
    }

    /** @param parts role → the page of the area with which it begins for somebody who may see a part of it */
    Area(String service, Map<String, String> parts, String... roles) {
        this.service = service;
        this.parts = parts;
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

    /** The path of the first page that somebody with these roles may see. */
    public String path(Set<String> held) {
        return roles.stream().anyMatch(held::contains)
                ? path()
                : path()
                        + parts.entrySet().stream()
                                .filter(part -> held.contains(part.getKey()))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse("");
    }

    /** The service that has it, in one word as in {@code aisle.console.addresses.campaign}. */
    public String service() {
        return service;
    }

    /** The roles of which one is needed; the first is the one whose work it is. */
    public List<String> roles() {
        return roles;
    }

    /** Whether somebody with these roles may see it or a part of it. */
    public boolean visibleTo(Set<String> held) {
        return Stream.concat(roles.stream(), parts.keySet().stream()).anyMatch(held::contains);
    }

    /** The area of a path, if it is in one. */
    public static Optional<Area> of(String path) {
        return Arrays.stream(values())
                .filter(area -> path.equals(area.path()) || path.startsWith(area.path() + "/"))
                .findFirst();
    }
}

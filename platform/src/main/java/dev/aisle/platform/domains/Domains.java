package dev.aisle.platform.domains;

import dev.aisle.platform.domains.DomainPack.PackEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The domains of this installation: the shop, and those whose packs are in use. */
public final class Domains {
    /** What Aisle is without a pack. */
    public static final String SHOP = "shop";

    /** No pack is in use. */
    public static final Domains SHOP_ONLY = of(List.of(), SHOP);

    private final Map<String, DomainPack> packs = new TreeMap<>();
    private final Map<String, PackEvent> events = new HashMap<>();
    private final String usual;

    private Domains(String usual) {
        this.usual = usual;
    }

    /**
     * Domains of these packs and the shop.
     *
     * @param usual what products are that don't say it, and lists that nobody asks another for
     * @throws InvalidPackException when two packs can't stand beside each other
     */
    public static Domains of(Collection<DomainPack> packs, String usual) {
        Domains domains = new Domains(usual);
        List<String> faults = new ArrayList<>();
        for (DomainPack pack : packs) {
            domains.packs.put(pack.name(), pack);
            for (PackEvent event : pack.events()) {
                PackEvent other = domains.events.putIfAbsent(key(event.name()), event);
                if (other != null) {
                    faults.add(event.place() + ": is an event of the pack " + other.domain()
                            + " too; give one of them another name, or leave one pack out of aisle.domains.packs");
                }
            }
        }
        if (!domains.knows(usual)) {
            faults.add("aisle.domains.usual: must be one of " + domains.known() + ", or " + usual
                    + " must stand in aisle.domains.packs");
        }
        if (!faults.isEmpty()) {
            throw new InvalidPackException(faults);
        }
        return domains;
    }

    private static String key(String event) {
        return event.strip().toLowerCase(Locale.ROOT);
    }

    /** What products are that don't say it, and lists that nobody asks another for. */
    public String usual() {
        return usual;
    }

    /** This domain, or the usual one for an empty name. */
    public String orUsual(String domain) {
        return domain.isEmpty() ? usual : domain;
    }

    /** All of them. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(packs.keySet());
        names.add(SHOP);
        return names;
    }

    /** Whether there is more than one, so that taste could be carried from one to another. */
    public boolean several() {
        return !packs.isEmpty();
    }

    /** Their names for a message: {@code education, media, shop}. */
    public String known() {
        return String.join(", ", names());
    }

    /** Whether the domain is in use. */
    public boolean knows(String domain) {
        return domain.equals(SHOP) || packs.containsKey(domain);
    }

    /** The packs in use. */
    public Collection<DomainPack> packs() {
        return List.copyOf(packs.values());
    }

    /** The pack of a domain; empty of the shop and of what isn't in use. */
    public Optional<DomainPack> pack(String domain) {
        return Optional.ofNullable(packs.get(domain));
    }

    /** The rules of a domain's lists. */
    public PackRules rules(String domain) {
        return pack(domain).map(DomainPack::rules).orElse(PackRules.USUAL);
    }

    /** The event of that name in any pack in use. */
    public Optional<PackEvent> event(String name) {
        return Optional.ofNullable(events.get(key(name)));
    }

    /** What a reason is called in a domain; empty where the usual words hold. */
    public Optional<String> reason(String domain, Locale locale, String key) {
        return pack(domain).flatMap(pack -> pack.reason(locale, key));
    }
}

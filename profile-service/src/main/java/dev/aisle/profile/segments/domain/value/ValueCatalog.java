package dev.aisle.profile.segments.domain.value;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that rules can ask for, by name, and the clock that is taken where a person's own isn't known. */
public final class ValueCatalog {
    private final Map<String, ProfileValue> byName = new LinkedHashMap<>();

    private final ZoneId shopZone;

    public ValueCatalog(Collection<ProfileValue> values, ZoneId shopZone) {
        this.shopZone = shopZone;
        values.forEach(value -> byName.put(value.name(), value));
    }

    public Optional<ProfileValue> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The shop's clock. */
    public ZoneId shopZone() {
        return shopZone;
    }

    public List<ProfileValue> all() {
        return List.copyOf(byName.values());
    }
}

package dev.aisle.profile.segments.domain.value;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that rules can ask for, by name. */
public final class ValueCatalog {
    /** None. */
    public static final ValueCatalog NONE = new ValueCatalog(List.of());

    private final Map<String, ProfileValue> byName = new LinkedHashMap<>();

    public ValueCatalog(Collection<ProfileValue> values) {
        values.forEach(value -> byName.put(value.name(), value));
    }

    public Optional<ProfileValue> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<ProfileValue> all() {
        return List.copyOf(byName.values());
    }
}

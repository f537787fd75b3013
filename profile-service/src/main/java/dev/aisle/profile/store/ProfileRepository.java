package dev.aisle.profile.store;

import dev.aisle.profile.domain.Profile;
import dev.aisle.profile.domain.Segment;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Profiles by pseudonym. */
@ApplicationScoped
public class ProfileRepository {
    private final Rows rows;

    ProfileRepository(Rows rows) {
        this.rows = rows;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ProfileRow, String> {}

    public Optional<Profile> find(String pseudonym) {
        return rows.findByIdOptional(pseudonym).map(ProfileRow::toProfile);
    }

    /** Those that exist, by pseudonym. */
    public Map<String, Profile> findAll(Collection<String> pseudonyms) {
        return pseudonyms.isEmpty()
                ? Map.of()
                : rows.list("pseudonym in ?1", pseudonyms).stream()
                        .collect(Collectors.toMap(row -> row.pseudonym, ProfileRow::toProfile));
    }

    /** The segments that were announced last. */
    public Set<Segment> segmentsOf(String pseudonym) {
        return rows.findByIdOptional(pseudonym).map(ProfileRow::segments).orElse(Set.of());
    }

    /** Writes a profile and the segments that it is in. */
    public void save(Profile profile, Set<Segment> segments) {
        ProfileRow row = rows.findById(profile.pseudonym());
        if (row == null) {
            row = new ProfileRow();
            row.take(profile, segments);
            rows.persist(row);
        } else {
            row.take(profile, segments);
        }
    }

    /** People counted as new visitors who were first seen before that moment. */
    public List<Profile> newVisitorsSince(Instant moment, int limit) {
        return rows.find("newVisitor = true and firstSeen < ?1", moment).page(0, limit).list().stream()
                .map(ProfileRow::toProfile)
                .toList();
    }

    /** Removes a person; how many rows there were. */
    public long remove(String pseudonym) {
        return rows.delete("pseudonym", pseudonym);
    }
}

package dev.aisle.profile.segments.members;

import dev.aisle.profile.people.usecase.SegmentMembers;
import dev.aisle.profile.segments.store.SegmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Memberships for reads of people. */
@ApplicationScoped
class MembersOfSegments implements SegmentMembers {
    private final SegmentRepository segments;
    private final MemberRepository members;

    MembersOfSegments(SegmentRepository segments, MemberRepository members) {
        this.segments = segments;
        this.members = members;
    }

    @Override
    public boolean exists(String segment) {
        return segments.find(segment).isPresent();
    }

    @Override
    public List<String> members(String segment, String after, int limit) {
        return members.page(segment, after, limit);
    }

    @Override
    public Map<String, Set<String>> of(Collection<String> pseudonyms) {
        return members.of(pseudonyms);
    }
}

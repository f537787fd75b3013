package dev.aisle.platform.export;

import java.util.List;
import java.util.Map;

/**
 * What a service knows of a person. Of an unknown person the sections are there and empty.
 *
 * @param service its name
 */
public record SubjectExport(String service, List<Section> sections) {
    public SubjectExport {
        sections = List.copyOf(sections);
    }

    /** The same with another section in the place of the one of that name; itself when it has none. */
    public SubjectExport with(Section section) {
        return new SubjectExport(
                service,
                sections.stream()
                        .map(one -> one.name().equals(section.name()) ? section : one)
                        .toList());
    }

    /**
     * Records of one kind.
     *
     * @param source where they come from
     * @param retention how long they are kept
     * @param complete false when there were more than are given here
     * @param records each with the values of the fields; a field that is empty isn't in it
     */
    public record Section(
            String name,
            String source,
            String retention,
            boolean complete,
            List<Field> fields,
            List<Map<String, Object>> records) {
        public Section {
            fields = List.copyOf(fields);
            records = List.copyOf(records);
        }
    }

    /** A field and what it is kept for. */
    public record Field(String name, List<String> purposes) {
        public Field {
            purposes = List.copyOf(purposes);
        }
    }
}

package dev.aisle.privacy.rights.export;

import dev.aisle.platform.export.SubjectExport;
import dev.aisle.platform.export.SubjectExport.Section;
import java.util.ArrayList;
import java.util.List;

/** The files of an archive that a spreadsheet reads: one a section, and one that says what each field is kept for. */
final class ArchiveContent {
    private ArchiveContent() {}

    /** The CSV files. */
    public static List<ArchiveFile> csv(List<SubjectExport> exports) {
        List<ArchiveFile> files = new ArrayList<>();
        StringBuilder fields = new StringBuilder(
                CsvText.line(List.of("service", "section", "field", "purposes", "source", "retention", "complete")));
        for (SubjectExport export : exports) {
            for (Section section : export.sections()) {
                files.add(ArchiveFile.of(
                        "csv/" + word(export.service()) + "/" + word(section.name()) + ".csv", CsvText.of(section)));
                section.fields()
                        .forEach(field -> fields.append(CsvText.line(List.of(
                                export.service(),
                                section.name(),
                                field.name(),
                                String.join(" ", field.purposes()),
                                section.source(),
                                section.retention(),
                                Boolean.toString(section.complete())))));
            }
        }
        files.addFirst(ArchiveFile.of("csv/fields.csv", fields.toString()));
        return files;
    }

    /** A name that can stand in a path, whatever a service calls itself. */
    private static String word(String name) {
        return name.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}

package dev.aisle.privacy.consent.notices;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Period;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A notice in its table. Written once. */
@Entity
@Immutable
@Table(name = "notice")
public class NoticeRow {
    @Id
    String version;

    String language;
    String url;

    @Nullable
    String validFor;

    Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected NoticeRow() {}

    Notice toNotice() {
        return new Notice(version, language, url, validFor == null ? null : Period.parse(validFor), publishedAt);
    }
}

package dev.aisle.privacy.consent.statements;

import dev.aisle.privacy.shared.edge.NamesSubject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/consents}. */
record ConsentRequest(
        @NotNull(message = "is missing") @NamesSubject String subject,

        @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?", message = "expected a region such as EU, DE or US-CA") @Nullable
        String jurisdiction,

        @Nullable String ageBand,

        @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "expected 1 to 64 of A-Z a-z 0-9 . _ -") @Nullable
        String noticeVersion,

        @Pattern(regexp = "[a-z][a-z_-]{0,39}", message = "expected 1 to 40 of a-z _ -, such as banner") @Nullable
        String method,

        @Nullable Boolean gpc,

        @Nullable String tc,

        @Nullable String gpp,

        @NotNull(message = "is missing") Map<String, String> decisions) {}

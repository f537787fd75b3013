/** The files of the archive: written aside, made durable, then renamed into place. Their names say which offsets are in. */
@NullMarked
package dev.aisle.ingest.archive.files;

import org.jspecify.annotations.NullMarked;

package org.hookline.dsl.lower;

import java.util.Locale;
import java.util.Optional;
import org.hookline.dsl.hookline.Attachment;
import org.hookline.dsl.hookline.InternetDeclaration;
import org.hookline.dsl.word.Words;
import org.hookline.model.Internet;

/** The internet and the places where it touches segments. */
final class InternetLowering {
  private final Origins origins;

  InternetLowering(Origins origins) {
    this.origins = origins;
  }

  Internet lower(InternetDeclaration internet) {
    return new Internet(
        internet.getAttachments().stream().map(this::attachment).toList(), origins.of(internet));
  }

  private Internet.Attachment attachment(Attachment attachment) {
    return new Internet.Attachment(
        attachment.getSegment().getName(),
        Optional.ofNullable(attachment.getGateway()).map(Words.ADDRESS::read),
        attachment.getAnnouncements().stream()
            .map(
                announcement ->
                    new Internet.Announcement(
                        Words.PREFIX.read(announcement.getPrefix()),
                        Optional.ofNullable(announcement.getVia()).map(Words.ADDRESS::read)))
            .toList(),
        attachment.getUrpf() == null
            ? Internet.Urpf.OFF
            : Internet.Urpf.valueOf(attachment.getUrpf().toUpperCase(Locale.ROOT)),
        origins.whole(attachment));
  }
}

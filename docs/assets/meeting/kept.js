/* The agreements of this device. */
const MeetingKept = ownStore("afspraken", Agreements.sanitise);

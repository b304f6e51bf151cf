import { catalogue } from '../../../shared/text/language.ts'

/** What a database elsewhere answered, and what to do. `message` is the server's own, in its own language. */
export const say = catalogue({
  en: {
    refused: (server: string, user: string) =>
      `${server} refused the password of user ${user}. Type it again, or ask whoever runs the database.`,
    wantsPassword: (server: string, user: string) =>
      `${server} wants the password of user ${user}. Type it in; on the command line, set FARTHING_SOURCE_PASSWORD.`,
    lost: (server: string) =>
      `The connection to ${server} was lost half-way. Nothing was loaded; try again when the network is steady.`,
    notTrusted: (server: string) =>
      `The certificate of ${server} is not signed by anybody this machine trusts. Give the certificate file of the authority that signed it (CA file), or choose “encrypted, not verified” if you know the network.`,
    noTls: (server: string) =>
      `${server} does not offer TLS. Turn TLS on at the server; only where the network is your own choose “no TLS”.`,
    late: (server: string) =>
      `${server} was at the statement for longer than it may be, and was stopped. Ask for fewer rows, or have an index made.`,
    noTable: (database: string, message: string) =>
      `The table is not in ${database} any more, or this user may not see it: ${message}. Choose the table again.`,
    noColumn: (message: string) =>
      `A column is not there any more: ${message}. Look at the table's preview and change the query, its key or its watermark.`,
    forbidden: (user: string, message: string) =>
      `User ${user} may not do this: ${message}. Ask for the right to read, or use another user.`,
    nobodyAnswers: (server: string) =>
      `Nothing answers at ${server}. Check the host and the port, that the server runs, and that a firewall lets this machine through.`,
    noSocket: (server: string) =>
      `There is no socket at ${server}. Check the folder, and that the server runs.`,
    socketClosed: (server: string) => `This user may not open ${server}. Ask whoever runs the server.`,
    noHost: (host: string) =>
      `There is no host ${host}. Check its spelling, and that this machine is online.`,
    notLookedUp: (host: string) =>
      `The name ${host} could not be looked up. Check that this machine is online.`,
    noAnswer: (server: string) => `${server} did not answer in time. Check the address and the network.`,
    noWay: (server: string) => `There is no way to ${server}. Check the address and the network.`,
    expired: (server: string) =>
      `The certificate of ${server} has expired. Have it renewed at the server; it was not connected to.`,
    notYetValid: (server: string) =>
      `The certificate of ${server} is not valid yet. Check this machine's clock, or the certificate.`,
    otherName: (server: string, host: string) =>
      `The certificate of ${server} is for another name than ${host}. Connect by the name in it, or have it made out to this one.`,
    noDatabase: (server: string, database: string) =>
      `There is no database ${database} at ${server}. Check its name.`,
    onlyRead: (message: string) => `Sources are only read, never changed: ${message}. Give a SELECT.`,
    starting: (server: string) => `${server} is starting or stopping. Try again in a minute.`,
    noRoom: (server: string) => `${server} has no connection left. Try again later.`,
    answers: (server: string, message: string) =>
      `${server} answers: ${message}. Check the connection and the query.`,
    noCertificate: (path: string, code: string) =>
      `The certificate file ${path} cannot be read (${code}). Choose it again, or leave it empty to trust what this machine trusts.`,
  },
  de: {
    refused: (server, user) =>
      `${server} hat das Passwort des Benutzers ${user} abgelehnt. Geben Sie es noch einmal ein oder fragen Sie, wer die Datenbank betreibt.`,
    wantsPassword: (server, user) =>
      `${server} verlangt das Passwort des Benutzers ${user}. Geben Sie es ein; auf der Kommandozeile durch FARTHING_SOURCE_PASSWORD.`,
    lost: server =>
      `Die Verbindung zu ${server} ist mittendrin abgerissen. Nichts wurde geladen; versuchen Sie es noch einmal, wenn das Netz hält.`,
    notTrusted: server =>
      `Das Zertifikat von ${server} hat niemand unterschrieben, dem dieser Rechner traut. Geben Sie die Zertifikatsdatei der ausstellenden Stelle an (CA-Datei) oder wählen Sie „TLS, ungeprüft“, wenn Sie das Netz kennen.`,
    noTls: server =>
      `${server} bietet kein TLS an. Schalten Sie TLS am Server ein; nur wo das Netz Ihr eigenes ist, wählen Sie „Ohne TLS“.`,
    late: server =>
      `${server} brauchte für die Anweisung länger als erlaubt und wurde angehalten. Fragen Sie nach weniger Zeilen oder lassen Sie einen Index anlegen.`,
    noTable: (database, message) =>
      `Die Tabelle gibt es in ${database} nicht mehr, oder dieser Benutzer darf sie nicht sehen: ${message}. Wählen Sie die Tabelle noch einmal.`,
    noColumn: message =>
      `Eine Spalte gibt es nicht mehr: ${message}. Sehen Sie in die Vorschau der Tabelle und ändern Sie die Abfrage, ihren Schlüssel oder die Spalte für das, was neu ist.`,
    forbidden: (user, message) =>
      `Der Benutzer ${user} darf das nicht: ${message}. Bitten Sie um das Leserecht oder nehmen Sie einen anderen Benutzer.`,
    nobodyAnswers: server =>
      `Unter ${server} antwortet niemand. Prüfen Sie Host und Port, ob der Server läuft und ob eine Firewall diesen Rechner durchlässt.`,
    noSocket: server =>
      `Unter ${server} gibt es keinen Socket. Prüfen Sie den Ordner und ob der Server läuft.`,
    socketClosed: server =>
      `Dieser Benutzer darf ${server} nicht öffnen. Fragen Sie, wer den Server betreibt.`,
    noHost: host =>
      `Einen Host ${host} gibt es nicht. Prüfen Sie die Schreibweise und ob dieser Rechner online ist.`,
    notLookedUp: host =>
      `Der Name ${host} ließ sich nicht nachschlagen. Prüfen Sie, ob dieser Rechner online ist.`,
    noAnswer: server => `${server} hat nicht rechtzeitig geantwortet. Prüfen Sie Adresse und Netz.`,
    noWay: server => `Zu ${server} führt kein Weg. Prüfen Sie Adresse und Netz.`,
    expired: server =>
      `Das Zertifikat von ${server} ist abgelaufen. Lassen Sie es am Server erneuern; es wurde nicht verbunden.`,
    notYetValid: server =>
      `Das Zertifikat von ${server} gilt noch nicht. Prüfen Sie die Uhr dieses Rechners oder das Zertifikat.`,
    otherName: (server, host) =>
      `Das Zertifikat von ${server} lautet auf einen anderen Namen als ${host}. Verbinden Sie sich unter dem Namen darin oder lassen Sie es auf diesen ausstellen.`,
    noDatabase: (server, database) =>
      `Unter ${server} gibt es keine Datenbank ${database}. Prüfen Sie ihren Namen.`,
    onlyRead: message => `Quellen werden nur gelesen, nie geändert: ${message}. Geben Sie ein SELECT an.`,
    starting: server =>
      `${server} startet gerade oder fährt herunter. Versuchen Sie es in einer Minute noch einmal.`,
    noRoom: server => `${server} hat keine Verbindung mehr frei. Versuchen Sie es später noch einmal.`,
    answers: (server, message) =>
      `${server} antwortet: ${message}. Prüfen Sie die Verbindung und die Abfrage.`,
    noCertificate: (path, code) =>
      `Die Zertifikatsdatei ${path} lässt sich nicht lesen (${code}). Wählen Sie sie noch einmal oder lassen Sie das Feld leer, um zu vertrauen, wem dieser Rechner vertraut.`,
  },
})

using SystemsHost;

var app = HostApp.Build(args);
await app.RunAsync().ConfigureAwait(false);
